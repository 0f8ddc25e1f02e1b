package io.github.langgan.analytics.scoring;

import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/**
 * Scores customers against the cut points. Their activity rows are locked by then, so that the last
 * score that is stored and published is of the last activity.
 */
@Singleton
public class ScoreCustomers {

  private static final String SCORE =
      """
      WITH rated AS (
        SELECT r.customer_id, r.purchases, r.last_purchase_at,
               score_among(r.last_purchase_at, c.recency) AS recency,
               CASE WHEN r.purchases > 0 THEN score_among(r.purchases, c.frequency) END AS frequency,
               score_among(r.monetary, m.monetary) AS monetary
          FROM customer_rfm r
          LEFT JOIN cut_points c ON true
          LEFT JOIN monetary_cut_points m ON m.currency = r.currency
         WHERE r.customer_id = ANY(:ids)
      ), stored AS (
        INSERT INTO customer_score AS s (customer_id, recency, frequency, monetary, scored_at)
        SELECT customer_id, recency, frequency, monetary, :now FROM rated ORDER BY customer_id
        ON CONFLICT (customer_id) DO UPDATE
           SET recency = excluded.recency, frequency = excluded.frequency,
               monetary = excluded.monetary, scored_at = excluded.scored_at
         WHERE (s.recency, s.frequency, s.monetary)
               IS DISTINCT FROM (excluded.recency, excluded.frequency, excluded.monetary)
        RETURNING customer_id
      )
      SELECT r.*, coalesce(m.currencies, '{}') AS currencies, coalesce(m.revenues, '{}') AS revenues,
             s.customer_id IS NOT NULL AS changed
        FROM rated r
        LEFT JOIN stored s USING (customer_id)
        LEFT JOIN LATERAL (
          SELECT array_agg(currency ORDER BY currency) AS currencies,
                 array_agg(purchased - returned ORDER BY currency) AS revenues
            FROM customer_money WHERE customer_id = r.customer_id) m ON true
      """;

  private final Jdbi jdbi;
  private final Clock clock;

  ScoreCustomers(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** Answers each of them that has any activity. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<ScoredCustomer> score(Collection<UUID> customers) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SCORE)
                .bind("ids", Columns.of(customers).uuids(Function.identity()))
                .bind("now", clock.instant())
                .mapTo(ScoredCustomer.class)
                .list());
  }
}
