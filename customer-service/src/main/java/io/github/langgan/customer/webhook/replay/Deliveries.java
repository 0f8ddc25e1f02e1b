package io.github.langgan.customer.webhook.replay;

import static java.time.ZoneOffset.UTC;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What was and is to be sent to a receiver. */
@Singleton
class Deliveries {

  /**
   * Those that don't wait already queue anew, in the order in which they came; lanes first, as
   * everywhere. Places are drawn before the join, which may look at them more than once.
   */
  private static final String AGAIN =
      """
      WITH chosen AS MATERIALIZED (
        SELECT event_id, key, arrival, state FROM webhook_delivery
         WHERE webhook_id = :webhook AND event_id > :after
           AND event_id BETWEEN greatest(:from, first_uuid_at(:oldest)) AND :to
         ORDER BY event_id LIMIT :limit),
      lane AS (
        INSERT INTO webhook_lane AS l (webhook_id, key, due_at)
        SELECT DISTINCT :webhook::uuid, key, :now::timestamptz FROM chosen
         WHERE state <> 'WAITING' ORDER BY 2
        ON CONFLICT (webhook_id, key) DO UPDATE SET key = excluded.key),
      placed AS MATERIALIZED (
        SELECT event_id, nextval('webhook_position') AS place
          FROM (SELECT event_id FROM chosen WHERE state <> 'WAITING' ORDER BY arrival) o),
      again AS (
        UPDATE webhook_delivery d
           SET state = 'WAITING', attempts = 0, wanted_at = :now, position = p.place
          FROM placed p
         WHERE d.webhook_id = :webhook AND d.event_id = p.event_id AND d.state <> 'WAITING'
        RETURNING d.event_id)
      SELECT count(*) AS seen, (SELECT event_id FROM chosen ORDER BY event_id DESC LIMIT 1) AS last
        FROM chosen
      """;

  private static final UUID FIRST = new UUID(0, 0);

  private static final String TRY_AT_ONCE =
      """
      UPDATE webhook_lane l SET due_at = :now
        FROM webhook_delivery d
       WHERE d.webhook_id = :webhook AND d.event_id = :message AND d.state = 'WAITING'
         AND l.webhook_id = d.webhook_id AND l.key = d.key AND l.claim IS NULL AND l.due_at > :now
      """;

  private final Jdbi jdbi;
  private final Clock clock;
  private final Duration kept;

  /**
   * @param kept what is older is not sent again: it may be forgotten before it arrives
   */
  Deliveries(
      Jdbi jdbi,
      Clock clock,
      @ConfigProperty(name = "langgan.webhooks.kept-for", defaultValue = "P30D") Duration kept) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.kept = kept;
  }

  /**
   * Newest first.
   *
   * @param state null for all
   */
  List<DeliveryView> list(
      UUID webhook, @Nullable DeliveryState state, @Nullable UUID before, int limit) {
    String of =
        switch (state) {
          case null -> "true";
          case WAITING, DEAD -> "d.state = :state AND d.state <> 'DELIVERED'";
          case DELIVERED -> "d.state = :state";
        };
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT d.event_id AS message_id, m.type, m.occurred_at, d.key, d.state, d.wanted_at,
                           d.history::text AS attempts
                      FROM webhook_delivery d JOIN webhook_message m USING (event_id)
                     WHERE d.webhook_id = :webhook AND (:before::uuid IS NULL OR d.event_id < :before)
                       AND %s
                     ORDER BY d.event_id DESC LIMIT :limit
                    """
                        .formatted(of))
                .bind("webhook", webhook)
                .bindByType("state", state == null ? null : state.name(), String.class)
                .bindByType("before", before, UUID.class)
                .bind("limit", limit)
                .mapTo(DeliveryView.class)
                .list());
  }

  /**
   * How many of the time there were, at most the limit.
   *
   * @param last empty when there were none
   */
  record Chunk(int seen, Optional<UUID> last) {}

  /**
   * One that waits is tried at once, if none of its key stands before it. False when there is none,
   * or none any more.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean again(UUID webhook, UUID message) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(TRY_AT_ONCE)
                .bind("webhook", webhook)
                .bind("message", message)
                .bind("now", clock.instant().atOffset(UTC))
                .execute());
    return again(webhook, FIRST, message, message, 1).seen() > 0;
  }

  /** Of events of that time, by their ids, those after one. No event has the first id of a time. */
  @Transactional(Transactional.TxType.MANDATORY)
  Chunk again(UUID webhook, @Nullable UUID after, Instant since, Instant until, int limit) {
    return again(webhook, after == null ? FIRST : after, firstAt(since), firstAt(until), limit);
  }

  private UUID firstAt(Instant time) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT first_uuid_at(:time)")
                .bind("time", time.atOffset(UTC))
                .mapTo(UUID.class)
                .one());
  }

  private Chunk again(UUID webhook, UUID after, UUID from, UUID to, int limit) {
    Instant now = clock.instant();
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(AGAIN)
                .bind("webhook", webhook)
                .bind("after", after)
                .bind("from", from)
                .bind("to", to)
                .bind("limit", limit)
                .bind("now", now.atOffset(UTC))
                .bind("oldest", now.minus(kept).atOffset(UTC))
                .map(
                    (row, context) ->
                        new Chunk(
                            row.getInt("seen"),
                            Optional.ofNullable(row.getObject("last", UUID.class))))
                .one());
  }
}
