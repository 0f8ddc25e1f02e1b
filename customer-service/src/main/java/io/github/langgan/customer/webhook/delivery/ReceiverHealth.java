package io.github.langgan.customer.webhook.delivery;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.groupingBy;

import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * How receivers are. One that only fails is not asked for every message, but with one after a
 * pause, which doubles from five seconds to an hour; the first that arrives opens the way again.
 */
@Singleton
class ReceiverHealth {

  private static final String NOTE =
      """
      UPDATE webhook w
         SET failures_in_row = CASE WHEN h.arrived THEN 0 ELSE w.failures_in_row + h.failed END,
             pauses = CASE WHEN h.arrived THEN 0 WHEN p.begins THEN w.pauses + 1 ELSE w.pauses END,
             paused_until = CASE
               WHEN h.arrived THEN NULL
               WHEN p.begins THEN
                 :now::timestamptz + least(3600, 5 * 2 ^ least(w.pauses, 10)) * interval '1 second'
               ELSE w.paused_until END,
             delivered_at = CASE WHEN h.arrived THEN :now ELSE w.delivered_at END,
             failed_at = CASE WHEN h.failed > 0 THEN :now ELSE w.failed_at END,
             failure = coalesce(h.failure, w.failure),
             failure_status = CASE WHEN h.failed > 0 THEN h.status ELSE w.failure_status END,
             state = CASE WHEN h.gone THEN 'DISABLED' ELSE w.state END,
             gone = w.gone OR h.gone
        FROM unnest(:ids::uuid[], :arrived::bool[], :failed::int[], :failures::text[],
                    :statuses::int[], :gone::bool[])
          AS h(id, arrived, failed, failure, status, gone)
        JOIN webhook b ON b.id = h.id
       CROSS JOIN LATERAL (
         SELECT b.failures_in_row + h.failed >= :circuit
            AND coalesce(b.paused_until <= :now, true) AS begins) p
       WHERE w.id = h.id
      """;

  private final Clock clock;

  ReceiverHealth(Clock clock) {
    this.clock = clock;
  }

  private record Seen(
      UUID id, boolean arrived, int failed, @Nullable Answer lastFailure, boolean gone) {

    static Seen of(UUID id, List<Attempt> attempts) {
      List<Attempt> failed =
          attempts.stream()
              .filter(one -> !one.answer().arrived())
              .sorted(Comparator.comparing(Attempt::at))
              .toList();
      return new Seen(
          id,
          failed.size() < attempts.size(),
          failed.size(),
          failed.isEmpty() ? null : failed.getLast().answer(),
          failed.stream().anyMatch(one -> one.answer().isGone()));
    }

    @Nullable String failure() {
      return Optional.ofNullable(lastFailure)
          .map(answer -> String.valueOf(answer.failure()))
          .orElse(null);
    }

    @Nullable Integer status() {
      return lastFailure == null ? null : lastFailure.status();
    }
  }

  /** Whose rows are locked. */
  void note(Handle handle, List<Attempt> attempts) {
    List<Seen> seen =
        attempts.stream().collect(groupingBy(one -> one.message().webhookId())).entrySet().stream()
            .map(entry -> Seen.of(entry.getKey(), entry.getValue()))
            .toList();
    Columns<Seen> columns = Columns.of(seen);
    handle
        .createUpdate(NOTE)
        .bind("circuit", ClaimMessages.CIRCUIT)
        .bind("now", clock.instant().atOffset(UTC))
        .bind("ids", columns.uuids(Seen::id))
        .bind("arrived", columns.booleans(Seen::arrived))
        .bind("failed", columns.ints(Seen::failed))
        .bind("failures", columns.texts(Seen::failure))
        .bind("statuses", columns.ints(Seen::status))
        .bind("gone", columns.booleans(Seen::gone))
        .execute();
  }
}
