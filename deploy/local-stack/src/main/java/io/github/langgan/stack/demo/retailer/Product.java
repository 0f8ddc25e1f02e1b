package io.github.langgan.stack.demo.retailer;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Something on the shelves.
 *
 * @param price rupiah, at the beginning of 2024
 * @param popularity its weight among what is drawn freely; 0 for the products of associations
 */
public record Product(String code, String name, String category, int price, double popularity) {

  private static final LocalDate PRICED_ON = LocalDate.of(2024, 1, 1);
  private static final double INFLATION = 1.035;
  private static final double COST_SHARE = 0.81;

  /** In whole hundreds of rupiah, as shelves show it. */
  int priceOn(LocalDate day) {
    double years = ChronoUnit.DAYS.between(PRICED_ON, day.withDayOfMonth(1)) / 365.25;
    return hundreds(price * Math.pow(INFLATION, years));
  }

  int costOn(LocalDate day) {
    return hundreds(priceOn(day) * COST_SHARE);
  }

  private static int hundreds(double rupiah) {
    return Math.max(100, (int) Math.round(rupiah / 100) * 100);
  }
}
