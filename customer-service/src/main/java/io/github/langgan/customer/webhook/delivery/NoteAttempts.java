package io.github.langgan.customer.webhook.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.sql.Columns;
import io.github.langgan.chassis.sql.PlansByIndex;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Notes what came of messages, many at once. Who lost its lane meanwhile, since it was frozen for
 * longer than its term, notes nothing: another process sent the message again, and notes that.
 * Locks are taken in one order by all: webhooks, then lanes, then deliveries.
 */
@Singleton
class NoteAttempts {

  private static final String LOCK_WEBHOOKS =
      "SELECT id FROM webhook WHERE id = ANY(:ids) ORDER BY id FOR NO KEY UPDATE";

  /** Of many attempts, after replays, the latest are enough. */
  private static final String NOTE =
      """
      UPDATE webhook_delivery d
         SET state = a.state, attempts = d.attempts + 1,
             history = CASE WHEN jsonb_array_length(d.history) >= 20 THEN d.history - 0
                            ELSE d.history END || a.attempt::jsonb
        FROM unnest(:webhooks::uuid[], :events::uuid[], :states::text[], :attempts::text[])
          AS a(webhook_id, event_id, state, attempt)
       WHERE d.webhook_id = a.webhook_id AND d.event_id = a.event_id
      """;

  private final Jdbi jdbi;
  private final ReceiverHealth health;

  NoteAttempts(Jdbi jdbi, ReceiverHealth health) {
    this.jdbi = jdbi;
    this.health = health;
  }

  private record History(
      String at, long millis, @Nullable Integer status, @Nullable String failure) {

    static String of(Attempt attempt) {
      @Nullable Failure failure = attempt.answer().failure();
      var entry =
          new History(
              attempt.at().toString(),
              attempt.took().toMillis(),
              attempt.answer().status(),
              failure == null ? null : failure.name());
      return new String(EventJson.write(entry), UTF_8);
    }
  }

  /** Answers those that counted. */
  @Transactional
  List<Attempt> note(Collection<Attempt> attempts) {
    return jdbi.withHandle(
        handle -> {
          PlansByIndex.useAnew(handle);
          return note(handle, attempts);
        });
  }

  private List<Attempt> note(Handle handle, Collection<Attempt> attempts) {
    handle
        .createQuery(LOCK_WEBHOOKS)
        .bind("ids", Columns.of(attempts).uuids(one -> one.message().webhookId()))
        .mapTo(UUID.class)
        .list();
    Set<Lane> held = Lane.lock(handle, attempts.stream().map(Attempt::lane).toList());
    List<Attempt> counted = attempts.stream().filter(one -> held.contains(one.lane())).toList();
    if (!counted.isEmpty()) {
      PlansByIndex.takeFirst(handle);
      store(handle, Columns.of(counted));
      Lane.release(handle, counted, Attempt::lane, Attempt::laneDueAt);
      Lane.close(handle, counted.stream().map(Attempt::lane).toList());
      health.note(handle, counted);
    }
    return counted;
  }

  private static void store(Handle handle, Columns<Attempt> columns) {
    handle
        .createUpdate(NOTE)
        .bind("webhooks", columns.uuids(one -> one.message().webhookId()))
        .bind("events", columns.uuids(one -> one.message().eventId()))
        .bind("states", columns.texts(Attempt::state))
        .bind("attempts", columns.texts(History::of))
        .execute();
  }
}
