package io.github.langgan.analytics.facts;

/** The summaries as they follow from the facts, of all customers or of some ({@code :ids}). */
final class SummarySql {

  private static final String ACTIVITY =
      """
      INSERT INTO customer_activity
             (customer_id, purchases, returns, first_purchase_at, last_purchase_at,
              cases_opened, cases_resolved)
      SELECT customer_id, coalesce(purchases, 0), coalesce(returns, 0),
             first_purchase_at, last_purchase_at, coalesce(opened, 0), coalesce(resolved, 0)
        FROM (SELECT customer_id,
                     count(*) FILTER (WHERE type = 'PURCHASE') AS purchases,
                     count(*) FILTER (WHERE type = 'RETURN') AS returns,
                     min(occurred_at) FILTER (WHERE type = 'PURCHASE') AS first_purchase_at,
                     max(occurred_at) FILTER (WHERE type = 'PURCHASE') AS last_purchase_at
                FROM transaction_fact WHERE %1$s GROUP BY customer_id) t
        FULL JOIN (SELECT customer_id, count(opened_at) AS opened, count(resolved_at) AS resolved
                     FROM case_fact WHERE %1$s GROUP BY customer_id) c USING (customer_id)
       ORDER BY customer_id
      ON CONFLICT (customer_id) DO UPDATE
         SET purchases = excluded.purchases, returns = excluded.returns,
             first_purchase_at = excluded.first_purchase_at,
             last_purchase_at = excluded.last_purchase_at,
             cases_opened = excluded.cases_opened, cases_resolved = excluded.cases_resolved
      """;

  private static final String MONEY =
      """
      INSERT INTO customer_money
             (customer_id, currency, purchases, purchased, returned, cost, costed_revenue)
      SELECT customer_id, currency, count(*) FILTER (WHERE type = 'PURCHASE'),
             coalesce(sum(revenue) FILTER (WHERE type = 'PURCHASE'), 0),
             coalesce(sum(revenue) FILTER (WHERE type = 'RETURN'), 0),
             sum(CASE type WHEN 'PURCHASE' THEN cost ELSE -cost END),
             sum(CASE type WHEN 'PURCHASE' THEN costed_revenue ELSE -costed_revenue END)
        FROM transaction_fact WHERE %s GROUP BY customer_id, currency
      """;

  static final String DAILY_TOTALS =
      """
      INSERT INTO daily_total
             (day, currency, type, transactions, lines, amount, identified, identified_amount)
      SELECT (occurred_at AT TIME ZONE 'UTC')::date, currency, type, count(*), sum(lines),
             sum(revenue), count(customer_id),
             coalesce(sum(revenue) FILTER (WHERE customer_id IS NOT NULL), 0)
        FROM transaction_fact GROUP BY 1, 2, 3
      """;

  private static final String ALL = "customer_id IS NOT NULL";
  private static final String SOME = "customer_id = ANY(:ids)";

  static final String ALL_ACTIVITY = ACTIVITY.formatted(ALL);
  static final String ALL_MONEY = MONEY.formatted(ALL);
  static final String SOME_ACTIVITY = ACTIVITY.formatted(SOME);
  static final String SOME_MONEY = MONEY.formatted(SOME);

  private SummarySql() {}
}
