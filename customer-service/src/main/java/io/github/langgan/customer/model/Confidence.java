package io.github.langgan.customer.model;

import java.math.BigDecimal;

/**
 * How sure a source is of what it says.
 *
 * @param value from 0, a guess, to 1, beyond doubt, in hundredths
 */
public record Confidence(BigDecimal value) implements Comparable<Confidence> {

  private static final int DIGITS = 2;

  public Confidence {
    value = value.stripTrailingZeros();
    if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0 || value.scale() > DIGITS) {
      throw new InvalidValue(
          "confidence", "confidence", "must lie between 0 and 1, with two decimals at most");
    }
  }

  public static Confidence of(String value) {
    return new Confidence(new BigDecimal(value));
  }

  @Override
  public int compareTo(Confidence other) {
    return value.compareTo(other.value);
  }
}
