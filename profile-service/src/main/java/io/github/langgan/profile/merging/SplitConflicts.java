package io.github.langgan.profile.merging;

import io.github.langgan.profile.contract.MergeUndoneV1.Conflict;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * What came while two customers were one and could be the other's: transactions by what both are
 * named by stay with the survivor, returns of the other's purchases where they came for.
 */
@Singleton
class SplitConflicts {

  /** An event must hold them. */
  static final int MOST = 1_000;

  private static final String CONFLICTS =
      """
      WITH merge AS (SELECT applied_at FROM applied_merge WHERE merge_id = :mergeId),
      conflict AS (
        SELECT 'shared-reference' AS code, t.transaction_id AS subject
          FROM merge JOIN transaction t ON t.attributed_at >= merge.applied_at
         WHERE t.customer_id = :survivor AND t.came_for IS NULL
           AND EXISTS (SELECT FROM customer_reference r
                        WHERE r.reference = t.reference AND r.customer_id = ANY(:back))
        UNION ALL
        SELECT 'return-of-others-purchase', r.transaction_id
          FROM merge JOIN transaction r ON r.attributed_at >= merge.applied_at
         WHERE r.customer_id IN (:survivor, :merged) AND r.type = 'RETURN'
           AND EXISTS (SELECT FROM transaction_line l
                         JOIN transaction p ON p.transaction_id = l.return_of_transaction
                        WHERE l.transaction_id = r.transaction_id
                          AND p.customer_id IN (:survivor, :merged)
                          AND p.customer_id <> r.customer_id)
      )
      SELECT code, subject, count(*) OVER () AS total FROM conflict
       ORDER BY code, subject LIMIT :most
      """;

  private final Jdbi jdbi;

  SplitConflicts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The first of them.
   *
   * @param total how many there are
   */
  record Found(List<Conflict> first, long total) {}

  /** After both have got back what came for them, and are named as they were. */
  Found of(UUID mergeId, UUID survivor, UUID merged, Set<UUID> back) {
    List<Row> rows =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(CONFLICTS)
                    .bind("mergeId", mergeId)
                    .bind("survivor", survivor)
                    .bind("merged", merged)
                    .bind("back", back.toArray(UUID[]::new))
                    .bind("most", MOST)
                    .mapTo(Row.class)
                    .list());
    return new Found(
        rows.stream().map(row -> new Conflict(row.code, row.subject)).toList(),
        rows.isEmpty() ? 0 : rows.getFirst().total);
  }

  private record Row(String code, UUID subject, long total) {}
}
