package io.github.langgan.customer.model.comparison;

/**
 * The agreement of two records in every field. There are few different ones, so learning counts
 * them rather than keeping the pairs.
 *
 * @param pattern three bits for each field, in the order of {@link Field}
 */
public record Comparison(int pattern) {

  static final int BITS = 3;

  public static Comparison of(Features one, Features other) {
    int pattern = 0;
    for (int field = 0; field < Field.COUNT; field++) {
      pattern |= Field.at(field).compare(one, other).ordinal() << (BITS * field);
    }
    return new Comparison(pattern);
  }

  /** Of a field that nothing is known of yet. */
  Comparison with(Field field, Agreement agreement) {
    return new Comparison(pattern | agreement.ordinal() << (BITS * field.ordinal()));
  }

  public Agreement in(Field field) {
    return Agreement.at(level(field.ordinal()));
  }

  int level(int field) {
    return (pattern >> (BITS * field)) & 7;
  }
}
