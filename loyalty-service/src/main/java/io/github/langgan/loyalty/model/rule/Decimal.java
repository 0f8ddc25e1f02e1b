package io.github.langgan.loyalty.model.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A decimal number as rules compute with it: thirty-four digits (IEEE 754 decimal128), so only
 * quotients without an end are ever rounded. Equal numbers are equal, whatever zeros they had.
 */
record Decimal(BigDecimal value) implements Comparable<Decimal> {

  private static final MathContext PRECISION = MathContext.DECIMAL128;

  /** All the digits that a double is sure of: 0.1 + 0.2 counts as 0.3. */
  private static final MathContext OF_A_DOUBLE = new MathContext(15);

  /** Fewer than were computed with: 100 / 3 * 3 is 100 again. */
  private static final MathContext OF_A_RESULT = new MathContext(28);

  static final Decimal ZERO = new Decimal(BigDecimal.ZERO);
  static final Decimal ONE = new Decimal(BigDecimal.ONE);

  /**
   * Rules name the same few numbers for each line: what they are as decimals is worked out once.
   */
  private static final Map<Double, Decimal> LITERALS = new ConcurrentHashMap<>();

  private static final int MOST_LITERALS = 10_000;

  Decimal {
    value = value.round(PRECISION);
  }

  /** Of what CEL computed. Throws {@link NumberFormatException} for NaN and infinities. */
  static Decimal of(Object number) {
    return switch (number) {
      case Decimal decimal -> decimal;
      case Double binary -> ofDouble(binary);
      default -> new Decimal(BigDecimal.valueOf(((Number) number).longValue()));
    };
  }

  private static Decimal ofDouble(Double binary) {
    @Nullable Decimal known = LITERALS.get(binary);
    if (known != null) {
      return known;
    }
    Decimal decimal = new Decimal(new BigDecimal(binary, OF_A_DOUBLE));
    if (LITERALS.size() < MOST_LITERALS) {
      LITERALS.put(binary, decimal);
    }
    return decimal;
  }

  /** Without zeros that say nothing. */
  BigDecimal plain() {
    return value.stripTrailingZeros();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Decimal decimal && value.compareTo(decimal.value) == 0;
  }

  @Override
  public int hashCode() {
    return plain().hashCode();
  }

  @Override
  public int compareTo(Decimal other) {
    return value.compareTo(other.value);
  }

  Decimal plus(Decimal other) {
    return new Decimal(value.add(other.value));
  }

  Decimal minus(Decimal other) {
    return new Decimal(value.subtract(other.value));
  }

  Decimal times(Decimal other) {
    return new Decimal(value.multiply(other.value));
  }

  /** Throws {@link ArithmeticException} for zero. */
  Decimal dividedBy(Decimal other) {
    return new Decimal(value.divide(other.value, PRECISION));
  }

  Decimal negated() {
    return new Decimal(value.negate());
  }

  Decimal rounded(RoundingMode mode) {
    return new Decimal(value.round(OF_A_RESULT).setScale(0, mode));
  }
}
