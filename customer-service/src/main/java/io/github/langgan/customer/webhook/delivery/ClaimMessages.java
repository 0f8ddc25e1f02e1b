package io.github.langgan.customer.webhook.delivery;

import static java.time.ZoneOffset.UTC;

import io.github.langgan.chassis.sql.Columns;
import io.github.langgan.chassis.sql.PlansByIndex;
import io.github.langgan.customer.webhook.WebhookSecrets;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes lanes that are due, each for one process at a time. What a process has not noted when the
 * term of its claim ends, another one sends again.
 */
@Singleton
class ClaimMessages {

  /** Longer than an attempt takes, with its look-up; one that takes longer is made twice. */
  private static final Duration TERM = Duration.ofSeconds(40);

  /** Failures in a row after which a receiver is asked with one message at a time. */
  static final int CIRCUIT = 5;

  private static final String CLAIM =
      """
      WITH receiver AS (
        SELECT w.id,
               CASE WHEN w.failures_in_row < :circuit THEN coalesce(b.room, :each)
                    WHEN b.claimed > 0 THEN 0
                    ELSE 1 END AS room
          FROM webhook w
          LEFT JOIN unnest(:receivers::uuid[], :rooms::int[], :claimed::int[])
                 AS b(id, room, claimed) ON b.id = w.id
         WHERE w.state = 'ENABLED' AND (w.paused_until IS NULL OR w.paused_until <= :now)),
      due AS (
        SELECT l.webhook_id, l.key
          FROM receiver r
         CROSS JOIN LATERAL (
           SELECT webhook_id, key, due_at FROM webhook_lane
            WHERE webhook_id = r.id AND due_at <= :now
            ORDER BY due_at LIMIT r.room FOR UPDATE SKIP LOCKED) l
         ORDER BY l.due_at LIMIT :room)
      UPDATE webhook_lane l SET due_at = :until, claim = :claim
        FROM due d WHERE l.webhook_id = d.webhook_id AND l.key = d.key
      RETURNING l.webhook_id, l.key, l.claim
      """;

  /** A statement of its own: it sees what was noted until the lanes were taken. */
  private static final String READ =
      """
      SELECT a.webhook_id, a.key, d.event_id, d.attempts, d.wanted_at, w.url, m.type,
             m.occurred_at, m.data
        FROM unnest(:webhooks::uuid[], :keys::uuid[]) AS a(webhook_id, key)
       CROSS JOIN LATERAL (
         SELECT event_id, attempts, wanted_at FROM webhook_delivery
          WHERE webhook_id = a.webhook_id AND key = a.key AND state = 'WAITING'
          ORDER BY position LIMIT 1) d
        JOIN webhook w ON w.id = a.webhook_id
        JOIN webhook_message m ON m.event_id = d.event_id
      """;

  private final Jdbi jdbi;
  private final WebhookSecrets secrets;
  private final Clock clock;

  ClaimMessages(Jdbi jdbi, WebhookSecrets secrets, Clock clock) {
    this.jdbi = jdbi;
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * @param room how many at most
   * @param each to a receiver to which there is no way yet
   */
  @Transactional
  Claim claim(UUID id, int room, int each, Map<UUID, Way> ways) {
    Instant now = clock.instant();
    Columns<Map.Entry<UUID, Way>> receivers = Columns.of(ways.entrySet());
    return jdbi.withHandle(
        handle -> {
          PlansByIndex.useAnew(handle);
          PlansByIndex.takeFirst(handle);
          List<Lane> claimed =
              handle
                  .createQuery(CLAIM)
                  .bind("circuit", CIRCUIT)
                  .bind("each", each)
                  .bind("room", room)
                  .bind("receivers", receivers.uuids(Map.Entry::getKey))
                  .bind("rooms", receivers.ints(one -> one.getValue().room()))
                  .bind("claimed", receivers.ints(one -> one.getValue().claimed()))
                  .bind("now", now.atOffset(UTC))
                  .bind("until", now.plus(TERM).atOffset(UTC))
                  .bind("claim", id)
                  .mapTo(Lane.class)
                  .list();
          return claimed.isEmpty()
              ? new Claim(id, List.of(), Map.of())
              : read(handle, id, claimed, now);
        });
  }

  /** What was not sent is due again. */
  @Transactional
  void giveBack(List<Lane> lanes) {
    Instant now = clock.instant();
    jdbi.useHandle(
        handle -> {
          PlansByIndex.useAnew(handle);
          Lane.release(handle, Lane.lock(handle, lanes), lane -> lane, lane -> now);
        });
  }

  private Claim read(Handle handle, UUID id, List<Lane> claimed, Instant now) {
    Columns<Lane> lanes = Columns.of(claimed);
    List<Message> messages =
        handle
            .createQuery(READ)
            .bind("webhooks", lanes.uuids(Lane::webhookId))
            .bind("keys", lanes.uuids(Lane::key))
            .mapTo(Message.class)
            .list();
    if (messages.size() < claimed.size()) {
      Lane.close(handle, claimed);
    }
    List<UUID> receivers = messages.stream().map(Message::webhookId).distinct().toList();
    return new Claim(id, messages, secrets.valid(receivers, now));
  }
}
