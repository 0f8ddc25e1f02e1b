package io.github.langgan.customer.model.comparison;

import org.jspecify.annotations.Nullable;

/**
 * Compares two records only as far as they may be one person: most that share a key are others, and
 * that is plain before the words of their names and streets are compared, which takes most of the
 * time.
 */
public final class Prospects {

  private static final Field[] DEAR_LAST = {
    Field.BIRTH_DATE,
    Field.PHONE,
    Field.EMAIL,
    Field.IDENTIFIER,
    Field.POSTAL_CODE,
    Field.LOCALITY,
    Field.NAME,
    Field.STREET
  };

  private static final int CHEAP = 6;

  /** What rounding may make of sums of bits. */
  private static final double ROUNDING = 1e-6;

  private final MatchWeights weights;

  /** In bits: whom an alternative beats by more is less likely one person than asked for. */
  private final double most;

  /**
   * In bits, by place in the order and relation: what it gains at least by the fields from there.
   */
  private final double[][] gains = new double[DEAR_LAST.length][Relation.COUNT];

  /**
   * @param probability of pairs that are looked for
   */
  public Prospects(MatchWeights weights, double probability) {
    this.weights = weights;
    this.most = Math.log(1 / probability - 1) / Math.log(2) + ROUNDING;
    for (Relation relation : Relation.values()) {
      double gained = 0;
      for (int place = DEAR_LAST.length - 1; place >= CHEAP; place--) {
        gained += leastGain(DEAR_LAST[place], relation);
        gains[place][relation.ordinal()] = gained;
      }
    }
  }

  /** Null when the two are less likely one person than what is looked for, whatever is left. */
  public @Nullable Comparison compare(Features one, Features other) {
    Comparison known = new Comparison(0);
    for (int place = 0; place < DEAR_LAST.length; place++) {
      if (place >= CHEAP && isHopeless(known, place)) {
        return null;
      }
      Field field = DEAR_LAST[place];
      known = known.with(field, field.compare(one, other));
    }
    return known;
  }

  /**
   * @param known of the fields before the place
   */
  boolean isHopeless(Comparison known, int place) {
    for (int relation = 1; relation < Relation.COUNT; relation++) {
      if (weights.ahead(relation, known) + gains[place][relation] > most) {
        return true;
      }
    }
    return false;
  }

  private double leastGain(Field field, Relation relation) {
    double least = 0; // when one of the two says nothing
    for (Agreement agreement : Agreement.values()) {
      double gain = -weights.weight(field, agreement, relation);
      least = gain < least ? gain : least; // not that of agreements that nobody has
    }
    return least;
  }
}
