package io.github.langgan.analytics.totals;

import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The whole company's transactions, from the totals of each day. */
@Singleton
class Totals {

  private static final String BY_CURRENCY =
      """
      SELECT currency,
             coalesce(sum(transactions) FILTER (WHERE type = 'PURCHASE'), 0) AS purchases,
             coalesce(sum(transactions) FILTER (WHERE type = 'RETURN'), 0) AS returns,
             sum(lines) AS lines, sum(transactions - identified) AS anonymous,
             coalesce(sum(amount) FILTER (WHERE type = 'PURCHASE'), 0) AS purchased,
             coalesce(sum(amount) FILTER (WHERE type = 'RETURN'), 0) AS returned,
             sum(CASE type WHEN 'PURCHASE' THEN amount - identified_amount
                                           ELSE identified_amount - amount END) AS anonymous_net
        FROM daily_total GROUP BY currency ORDER BY currency
      """;

  private static final String CUSTOMERS =
      "SELECT count(*) FROM customer_activity WHERE purchases > 0 OR returns > 0";

  private final Jdbi jdbi;

  Totals(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  List<CurrencyTotals> byCurrency() {
    return jdbi.withHandle(
        handle -> handle.createQuery(BY_CURRENCY).mapTo(CurrencyTotals.class).list());
  }

  long customers() {
    return jdbi.withHandle(handle -> handle.createQuery(CUSTOMERS).mapTo(Long.class).one());
  }
}
