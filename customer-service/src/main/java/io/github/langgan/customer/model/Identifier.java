package io.github.langgan.customer.model;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The value by which some system knows a customer: a partner's own number, a national number.
 *
 * @param source the system, e.g. {@code acme}
 */
public record Identifier(String source, String value) implements Comparable<Identifier> {

  private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");
  private static final int LONGEST = 100;
  private static final Comparator<Identifier> ORDER =
      Comparator.comparing(Identifier::source).thenComparing(Identifier::value);

  public Identifier {
    InvalidValue.requirePlain("source", source);
    InvalidValue.requirePlain("value", value);
    if (!SOURCE.matcher(source).matches()) {
      throw new InvalidValue(
          "source", "source", "must be 1 to 64 letters, digits, dots, colons, dashes, underscores");
    }
    if (value.isEmpty() || value.length() > LONGEST) {
      throw new InvalidValue("value", "size", "must have 1 to " + LONGEST + " characters");
    }
  }

  @Override
  public int compareTo(Identifier other) {
    return ORDER.compare(this, other);
  }
}
