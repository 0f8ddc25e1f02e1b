package io.github.langgan.customer.model;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Which records were one customer when. */
@Singleton
public class Unions {

  private static final String IN_FORCE =
      "NOT m.proposal AND m.asked_at <= %1$s AND (m.undone_at IS NULL OR m.undone_at > %1$s)";

  private static final String MEANT =
      """
      WITH RECURSIVE meant AS (
        SELECT :id::uuid AS id, 0 AS depth
        UNION ALL
        SELECT m.survivor_id, meant.depth + 1
          FROM meant JOIN merge m ON m.merged_id = meant.id AND %s
      )
      SELECT id FROM meant ORDER BY depth DESC LIMIT 1
      """
          .formatted(IN_FORCE.formatted(":time"));

  private static final String SHARED =
      """
      SELECT v.version
        FROM customer_version v
       CROSS JOIN LATERAL (
         WITH RECURSIVE whole AS (
           SELECT v.customer_id AS id
           UNION ALL
           SELECT m.merged_id FROM whole JOIN merge m ON m.survivor_id = whole.id AND %s
         )
         SELECT bool_or(c.partner IS DISTINCT FROM :partner) AS shared
           FROM whole JOIN customer c ON c.id = whole.id) u
       WHERE v.customer_id = :id AND u.shared
      """
          .formatted(IN_FORCE.formatted("v.recorded_at"));

  private final Jdbi jdbi;

  Unions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The record itself, or the one that it was merged into at that time. */
  public CustomerId meantBy(CustomerId id, Instant time) {
    return jdbi.withHandle(
        handle ->
            new CustomerId(
                handle
                    .createQuery(MEANT)
                    .bind("id", id.value())
                    .bind("time", time.atOffset(ZoneOffset.UTC))
                    .mapTo(UUID.class)
                    .one()));
  }

  /** The versions of a record that hold what came for records that the partner didn't register. */
  public Set<Integer> versionsHiddenFrom(Visibility visibility, CustomerId id) {
    return visibility instanceof Visibility.RegisteredBy(String partner)
        ? jdbi.withHandle(
            handle ->
                handle
                    .createQuery(SHARED)
                    .bind("id", id.value())
                    .bind("partner", partner)
                    .mapTo(Integer.class)
                    .set())
        : Set.of();
  }
}
