package io.github.langgan.customer.model.network;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * How strong a relationship is on a day, from 0 to 1: what was stated, or 0.5 when nobody stated
 * it, times one half for each half-life that has passed since somebody last confirmed it:
 *
 * <pre>strength(day) = stated × 0.5^(days since confirmed ÷ half-life)</pre>
 *
 * <p>A path is as strong as the product of its relationships, as if each failed on its own.
 */
@Singleton
public class Strength {

  private static final BigDecimal UNSTATED = new BigDecimal("0.5");
  private static final int DIGITS = 4;

  /** The same in SQL, of the row {@code r}, with {@code :on} and {@code :halfLife} to bind. */
  static final String SQL =
      """
      coalesce(r.strength, 0.5)::float8
        * power(0.5, greatest(0, :on::date - r.confirmed_on) / :halfLife::float8)
      """;

  private final int halfLifeDays;

  public Strength(
      @ConfigProperty(name = "langgan.customer.strength-half-life-days", defaultValue = "730")
          int halfLifeDays) {
    if (halfLifeDays < 1) {
      throw new IllegalArgumentException(
          "langgan.customer.strength-half-life-days must be 1 or more");
    }
    this.halfLifeDays = halfLifeDays;
  }

  int halfLifeDays() {
    return halfLifeDays;
  }

  public BigDecimal on(LocalDate day, @Nullable BigDecimal stated, LocalDate confirmedOn) {
    long days = Math.max(0, ChronoUnit.DAYS.between(confirmedOn, day));
    BigDecimal base = stated == null ? UNSTATED : stated;
    return rounded(base.doubleValue() * Math.pow(0.5, (double) days / halfLifeDays));
  }

  static BigDecimal rounded(double strength) {
    return BigDecimal.valueOf(strength).setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
  }
}
