package io.github.langgan.analytics.scoring;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Customers whose stored scores are not those that the cut points give, some at a time. */
@Singleton
class OutdatedScores {

  /**
   * @param reached where to go on; null at the end
   */
  record Part(List<UUID> customers, @Nullable UUID reached) {}

  private record Row(UUID customerId, boolean outdated) {}

  private static final String PART =
      """
      SELECT r.customer_id,
             (s.recency, s.frequency, s.monetary) IS DISTINCT FROM
             (score_among(r.last_purchase_at, c.recency),
              CASE WHEN r.purchases > 0 THEN score_among(r.purchases, c.frequency) END,
              score_among(r.monetary, m.monetary)) AS outdated
        FROM (SELECT * FROM customer_rfm WHERE customer_id > :after
               ORDER BY customer_id LIMIT :limit) r
        LEFT JOIN cut_points c ON true
        LEFT JOIN monetary_cut_points m ON m.currency = r.currency
        LEFT JOIN customer_score s ON s.customer_id = r.customer_id
       ORDER BY r.customer_id
      """;

  private final Jdbi jdbi;

  OutdatedScores(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Locks their activity, so that scores are of the last one. */
  @Transactional(Transactional.TxType.MANDATORY)
  Part after(UUID last, int limit) {
    return jdbi.withHandle(
        handle -> {
          List<Row> rows =
              handle
                  .createQuery(PART)
                  .bind("after", last)
                  .bind("limit", limit)
                  .mapTo(Row.class)
                  .list();
          List<UUID> outdated = rows.stream().filter(Row::outdated).map(Row::customerId).toList();
          handle
              .createQuery(
                  """
                  SELECT customer_id FROM customer_activity
                   WHERE customer_id = ANY(:ids) ORDER BY customer_id FOR UPDATE
                  """)
              .bind("ids", outdated.toArray(UUID[]::new))
              .mapTo(UUID.class)
              .list();
          return new Part(outdated, rows.size() < limit ? null : rows.getLast().customerId());
        });
  }
}
