package io.github.langgan.stack.demo.retailer;

import java.time.LocalDate;
import java.util.List;

/**
 * How much is bought on each day of an edition.
 *
 * @param scale makes the expected number of purchases what the edition asks for
 */
record Demand(double[] byDay, double scale) {

  static Demand of(Edition edition, List<Shopper> shoppers) {
    double[] byDay = new double[edition.days()];
    for (int i = 0; i < byDay.length; i++) {
      byDay[i] = Season.demandOn(edition.from().plusDays(i));
    }
    double expected = 0;
    for (int i = 0; i < byDay.length; i++) {
      LocalDate day = edition.from().plusDays(i);
      for (Shopper shopper : shoppers) {
        expected += shopper.visitChance(day, byDay[i]);
      }
    }
    return new Demand(byDay, edition.transactions() / Math.max(1, expected));
  }

  double on(int day) {
    return byDay[day];
  }
}
