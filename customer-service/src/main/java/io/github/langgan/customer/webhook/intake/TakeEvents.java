package io.github.langgan.customer.webhook.intake;

import static java.time.ZoneOffset.UTC;

import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.sql.AfterCommit;
import io.github.langgan.chassis.sql.Columns;
import io.github.langgan.customer.webhook.EventTypes;
import io.github.langgan.customer.webhook.delivery.SendMessages;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/**
 * Stores events for the webhooks that want them, in the transaction that marks them as received:
 * from then on none is lost.
 */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
public class TakeEvents {

  /**
   * Who is told is decided once, here. Topics may be read anew from their beginning: what happened
   * before a webhook was there is not for it. Its lane is taken before the event, which whoever
   * ends the lane then sees.
   */
  private static final String TAKE =
      """
      WITH event AS (
        SELECT *
          FROM unnest(:ids::uuid[], :types::text[], :keys::uuid[], :times::text[]::timestamptz[],
                      :data::text[], :shares::text[], :about::uuid[], :partners::text[])
               WITH ORDINALITY AS e(id, type, key, occurred_at, data, share, about, partner, n)),
      enabled AS (
        SELECT id, partner, event_types, created_at FROM webhook
         WHERE state = 'ENABLED' ORDER BY id FOR KEY SHARE),
      wanted AS MATERIALIZED (
        SELECT w.id AS webhook_id, e.*
          FROM event e
          JOIN enabled w ON e.type = ANY(w.event_types)
                        AND e.occurred_at >= w.created_at - interval '1 minute'
         WHERE w.partner IS NULL OR CASE
           WHEN e.share = 'CUSTOMER' THEN EXISTS (
             SELECT FROM customer c
              WHERE (c.id = e.about OR c.merged_into = e.about) AND c.partner = w.partner)
           WHEN e.share IN ('RECORD', 'MERGED_RECORD') THEN EXISTS (
             SELECT FROM customer c WHERE c.id = e.about AND c.partner = w.partner)
           WHEN e.share = 'PARTY' THEN EXISTS (
             SELECT FROM party p WHERE p.id = e.about AND p.partner = w.partner)
           WHEN e.share = 'RELATIONSHIP' THEN EXISTS (
             SELECT FROM relationship r WHERE r.id = e.about AND r.partner = w.partner)
           WHEN e.share = 'NAMED' THEN e.partner = w.partner
           ELSE false END),
      lane AS (
        INSERT INTO webhook_lane AS l (webhook_id, key, due_at)
        SELECT DISTINCT webhook_id, key, :now::timestamptz FROM wanted ORDER BY webhook_id, key
        ON CONFLICT (webhook_id, key) DO UPDATE SET key = excluded.key),
      message AS (
        INSERT INTO webhook_message (event_id, type, occurred_at, data)
        SELECT DISTINCT ON (id) id, type, occurred_at, data FROM wanted ORDER BY id
        ON CONFLICT DO NOTHING)
      INSERT INTO webhook_delivery (webhook_id, event_id, key, arrival, position, state, wanted_at)
      SELECT webhook_id, id, key, place, place, 'WAITING', :now
        FROM (SELECT webhook_id, id, key, nextval('webhook_position') AS place
                FROM (SELECT webhook_id, id, key FROM wanted ORDER BY n, webhook_id) o) placed
      ON CONFLICT DO NOTHING
      """;

  private final Jdbi jdbi;
  private final SendMessages sender;
  private final AfterCommit afterCommit;
  private final Clock clock;

  TakeEvents(Jdbi jdbi, SendMessages sender, AfterCommit afterCommit, Clock clock) {
    this.jdbi = jdbi;
    this.sender = sender;
    this.afterCommit = afterCommit;
    this.clock = clock;
  }

  /** The types that somebody waits for now. */
  public Set<String> wanted() {
    return jdbi.withHandle(
        handle ->
            new HashSet<>(
                handle
                    .createQuery(
                        "SELECT DISTINCT unnest(event_types) FROM webhook WHERE state = 'ENABLED'")
                    .mapTo(String.class)
                    .list()));
  }

  public void take(List<ReceivedEvent> received) {
    List<TakenEvent> events =
        received.stream()
            .filter(event -> EventTypes.find(event.type()).isPresent())
            .map(TakenEvent::of)
            .toList();
    if (events.isEmpty()) {
      return;
    }
    Columns<TakenEvent> columns = Columns.of(events);
    int taken =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(TAKE)
                    .bind("ids", columns.uuids(TakenEvent::id))
                    .bind("types", columns.texts(TakenEvent::type))
                    .bind("keys", columns.uuids(TakenEvent::key))
                    .bind("times", columns.texts(TakenEvent::occurredAt))
                    .bind("data", columns.texts(TakenEvent::data))
                    .bind("shares", columns.texts(TakenEvent::share))
                    .bind("about", columns.uuids(TakenEvent::about))
                    .bind("partners", columns.texts(TakenEvent::partner))
                    .bind("now", clock.instant().atOffset(UTC))
                    .execute());
    if (taken > 0) {
      afterCommit.wake(SendMessages.class, sender::wake);
    }
  }
}
