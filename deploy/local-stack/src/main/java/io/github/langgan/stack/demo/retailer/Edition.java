package io.github.langgan.stack.demo.retailer;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * Which retailer it is.
 *
 * @param transactions about so many purchases
 * @param until the last day on which anything happens
 */
public record Edition(long seed, int customers, int transactions, LocalDate until) {

  private static final Period HISTORY = Period.ofMonths(18);

  public LocalDate from() {
    return until.minus(HISTORY);
  }

  int days() {
    return (int) ChronoUnit.DAYS.between(from(), until) + 1;
  }
}
