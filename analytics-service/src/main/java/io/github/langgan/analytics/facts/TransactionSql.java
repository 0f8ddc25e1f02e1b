package io.github.langgan.analytics.facts;

/**
 * The statement that a batch of transactions takes. Rows are locked in the order of their keys, so
 * that two replicas can't hold each other up.
 */
final class TransactionSql {

  static final String UPSERT =
      """
      WITH incoming AS (
        SELECT * FROM unnest(
          :ids::uuid[], :partners::text[], :types::text[], :times::text[]::timestamptz[],
          :currencies::text[], :channels::text[], :counts::int[], :revenues::text[]::numeric[],
          :costs::text[]::numeric[], :costed::text[]::numeric[], :customers::uuid[],
          :cameFor::uuid[], :attributions::text[]::timestamptz[])
        AS t (transaction_id, partner, type, occurred_at, currency, channel, lines, revenue,
              cost, costed_revenue, customer_id, came_for, attributed_at)
      ), upserted AS (
        INSERT INTO transaction_fact AS f
               (transaction_id, partner, type, occurred_at, currency, channel, lines, revenue,
                cost, costed_revenue, customer_id, came_for, attributed_at)
        SELECT * FROM incoming ORDER BY transaction_id
        ON CONFLICT (transaction_id) DO UPDATE
           SET customer_id = excluded.customer_id, came_for = excluded.came_for,
               attributed_at = excluded.attributed_at
         WHERE excluded.attributed_at > coalesce(f.attributed_at, '-infinity')
        RETURNING new.*, old.transaction_id IS NULL AS added, old.customer_id AS before
      ), new_lines AS (
        INSERT INTO line_fact (transaction_id, line, product, category, quantity, amount, cost,
                               return_of_transaction, return_of_line, customer_id)
        SELECT l.*, u.customer_id
          FROM unnest(
            :lineIds::uuid[], :lineNumbers::int[], :products::text[], :categories::text[],
            :quantities::int[], :amounts::text[]::numeric[], :lineCosts::text[]::numeric[],
            :returnedIds::uuid[], :returnedLines::int[])
          AS l (transaction_id, line, product, category, quantity, amount, cost,
                return_of_transaction, return_of_line)
          JOIN upserted u USING (transaction_id)
         WHERE u.added
      ), attributed_lines AS (
        UPDATE line_fact l SET customer_id = u.customer_id
          FROM upserted u
         WHERE NOT u.added AND l.transaction_id = u.transaction_id
      ), gained AS (
        SELECT * FROM upserted WHERE customer_id IS DISTINCT FROM before
      ), activity AS (
        INSERT INTO customer_activity AS a
               (customer_id, purchases, returns, first_purchase_at, last_purchase_at)
        SELECT customer_id,
               count(*) FILTER (WHERE type = 'PURCHASE'), count(*) FILTER (WHERE type = 'RETURN'),
               min(occurred_at) FILTER (WHERE type = 'PURCHASE'),
               max(occurred_at) FILTER (WHERE type = 'PURCHASE')
          FROM gained GROUP BY customer_id ORDER BY customer_id
        ON CONFLICT (customer_id) DO UPDATE
           SET purchases = a.purchases + excluded.purchases,
               returns = a.returns + excluded.returns,
               first_purchase_at = least(a.first_purchase_at, excluded.first_purchase_at),
               last_purchase_at = greatest(a.last_purchase_at, excluded.last_purchase_at)
      ), money AS (
        INSERT INTO customer_money AS m
               (customer_id, currency, purchases, purchased, returned, cost, costed_revenue)
        SELECT customer_id, currency, count(*) FILTER (WHERE type = 'PURCHASE'),
               coalesce(sum(revenue) FILTER (WHERE type = 'PURCHASE'), 0),
               coalesce(sum(revenue) FILTER (WHERE type = 'RETURN'), 0),
               sum(CASE type WHEN 'PURCHASE' THEN cost ELSE -cost END),
               sum(CASE type WHEN 'PURCHASE' THEN costed_revenue ELSE -costed_revenue END)
          FROM gained GROUP BY customer_id, currency ORDER BY customer_id, currency
        ON CONFLICT (customer_id, currency) DO UPDATE
           SET purchases = m.purchases + excluded.purchases,
               purchased = m.purchased + excluded.purchased,
               returned = m.returned + excluded.returned,
               cost = m.cost + excluded.cost,
               costed_revenue = m.costed_revenue + excluded.costed_revenue
      ), totals AS (
        INSERT INTO daily_total AS d
               (day, currency, type, transactions, lines, amount, identified, identified_amount)
        SELECT (occurred_at AT TIME ZONE 'UTC')::date AS day, currency, type,
               count(*) FILTER (WHERE added), coalesce(sum(lines) FILTER (WHERE added), 0),
               coalesce(sum(revenue) FILTER (WHERE added), 0),
               count(*) FILTER (WHERE before IS NULL AND customer_id IS NOT NULL),
               coalesce(sum(revenue) FILTER (WHERE before IS NULL AND customer_id IS NOT NULL), 0)
          FROM upserted GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT (day, currency, type) DO UPDATE
           SET transactions = d.transactions + excluded.transactions,
               lines = d.lines + excluded.lines,
               amount = d.amount + excluded.amount,
               identified = d.identified + excluded.identified,
               identified_amount = d.identified_amount + excluded.identified_amount
      )
      SELECT DISTINCT before FROM gained WHERE before IS NOT NULL
      """;

  private TransactionSql() {}
}
