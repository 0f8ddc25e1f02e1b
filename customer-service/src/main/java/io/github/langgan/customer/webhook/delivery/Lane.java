package io.github.langgan.customer.webhook.delivery;

import static java.time.ZoneOffset.UTC;

import io.github.langgan.chassis.sql.Columns;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What waits of one key for one receiver, as somebody claimed it. */
record Lane(UUID webhookId, UUID key, UUID claim) {

  private static final String LOCK =
      """
      SELECT l.webhook_id, l.key, l.claim
        FROM unnest(:webhooks::uuid[], :keys::uuid[], :claims::uuid[]) AS a(webhook_id, key, claim)
        JOIN webhook_lane l USING (webhook_id, key, claim)
       ORDER BY l.webhook_id, l.key FOR UPDATE OF l
      """;

  private static final String RELEASE =
      """
      UPDATE webhook_lane l SET due_at = a.due_at, claim = NULL
        FROM unnest(:webhooks::uuid[], :keys::uuid[], :dues::text[]::timestamptz[])
          AS a(webhook_id, key, due_at)
       WHERE l.webhook_id = a.webhook_id AND l.key = a.key
      """;

  private static final String CLOSE =
      """
      DELETE FROM webhook_lane l
       USING unnest(:webhooks::uuid[], :keys::uuid[]) AS a(webhook_id, key)
       WHERE l.webhook_id = a.webhook_id AND l.key = a.key
         AND (SELECT position FROM webhook_delivery
               WHERE webhook_id = l.webhook_id AND key = l.key AND state = 'WAITING'
               ORDER BY position LIMIT 1) IS NULL
      """;

  /** Answers, and locks, those that nobody else has claimed meanwhile. */
  static Set<Lane> lock(Handle handle, Collection<Lane> lanes) {
    Columns<Lane> columns = Columns.of(lanes);
    return handle
        .createQuery(LOCK)
        .bind("webhooks", columns.uuids(Lane::webhookId))
        .bind("keys", columns.uuids(Lane::key))
        .bind("claims", columns.uuids(Lane::claim))
        .mapTo(Lane.class)
        .collect(Collectors.toSet());
  }

  /** Lanes that are locked may be claimed again from then on. */
  static <T> void release(
      Handle handle, Collection<T> rows, Function<T, Lane> lane, Function<T, Instant> due) {
    Columns<T> columns = Columns.of(rows);
    handle
        .createUpdate(RELEASE)
        .bind("webhooks", columns.uuids(row -> lane.apply(row).webhookId()))
        .bind("keys", columns.uuids(row -> lane.apply(row).key()))
        .bind("dues", columns.texts(row -> due.apply(row).atOffset(UTC)))
        .execute();
  }

  /** Ends those, of lanes that are locked, in which nothing waits. */
  static void close(Handle handle, List<Lane> lanes) {
    Columns<Lane> columns = Columns.of(lanes);
    handle
        .createUpdate(CLOSE)
        .bind("webhooks", columns.uuids(Lane::webhookId))
        .bind("keys", columns.uuids(Lane::key))
        .execute();
  }
}
