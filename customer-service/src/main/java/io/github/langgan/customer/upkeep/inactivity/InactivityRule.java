package io.github.langgan.customer.upkeep.inactivity;

import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.InvalidValue;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Who did nothing for {@code periods} times {@code period} is archived.
 *
 * @param kind null for all
 * @param partner that registered the customer; null for all
 */
record InactivityRule(
    String code,
    Period period,
    int periods,
    @Nullable CustomerKind kind,
    @Nullable String partner) {

  /** So that a slip of the hand doesn't archive who bought last week. */
  private static final Period SHORTEST = Period.ofMonths(1);

  private static final Period LONGEST = Period.ofYears(100);

  /** Any day will do to compare by. */
  private static final LocalDate SOME_DAY = LocalDate.of(2001, 1, 1);

  InactivityRule {
    if (period.isNegative() || period.isZero()) {
      throw new InvalidValue("period", "period", "must be longer than nothing, like P1M");
    }
    LocalDate since = SOME_DAY.minus(period.multipliedBy(periods));
    if (since.isAfter(SOME_DAY.minus(SHORTEST)) || since.isBefore(SOME_DAY.minus(LONGEST))) {
      throw new InvalidValue(
          "periods", "range", "times the period must be between a month and a hundred years");
    }
  }

  /** The day before which somebody must have been seen last to be archived on that day. */
  LocalDate cutOff(LocalDate today) {
    return today.minus(period.multipliedBy(periods));
  }
}
