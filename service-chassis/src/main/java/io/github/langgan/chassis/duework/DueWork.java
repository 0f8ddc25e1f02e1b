package io.github.langgan.chassis.duework;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.sql.AfterCommit;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Schedules work for a time, in the business transaction. It survives restarts and runs once; a
 * second schedule for the same kind and subject moves the first. What is due by then is begun when
 * the transaction is committed, where this process may do it; by another within its interval.
 */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
public class DueWork {

  private static final String SCHEDULE =
      """
      INSERT INTO due_work AS d (id, kind, subject, due_at, payload)
      SELECT id, :kind, subject, due_at, payload
        FROM unnest(:ids::uuid[], :subjects::text[], :dues::timestamptz[], :payloads::text[])
               AS e(id, subject, due_at, payload) ORDER BY subject
      ON CONFLICT (kind, subject) DO UPDATE
         SET due_at = excluded.due_at, payload = excluded.payload,
             attempts = 0, last_error = NULL, failed_at = NULL
      """;

  private final Jdbi jdbi;
  private final Clock clock;
  private final AfterCommit afterCommit;
  private final DueSignals signals;

  DueWork(Jdbi jdbi, Clock clock, AfterCommit afterCommit, DueSignals signals) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.afterCommit = afterCommit;
    this.signals = signals;
  }

  /** What is to be scheduled, of one kind; subjects differ. */
  public record Appointment(String subject, Instant dueAt, String payload) {}

  public void schedule(String kind, String subject, Instant dueAt, String payload) {
    schedule(kind, List.of(new Appointment(subject, dueAt, payload)));
  }

  /** One statement for all. */
  public void schedule(String kind, List<Appointment> appointments) {
    if (appointments.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(SCHEDULE)
                .bind("kind", kind)
                .bind("ids", appointments.stream().map(a -> UuidV7.next()).toArray(UUID[]::new))
                .bind("subjects", texts(appointments.stream().map(Appointment::subject)))
                .bind(
                    "dues",
                    texts(
                        appointments.stream()
                            .map(a -> a.dueAt().atOffset(ZoneOffset.UTC).toString())))
                .bind("payloads", texts(appointments.stream().map(Appointment::payload)))
                .execute());
    Instant now = clock.instant();
    if (appointments.stream().anyMatch(one -> !one.dueAt().isAfter(now))) {
      afterCommit.wake(new DueKind(kind), () -> signals.give(kind));
    }
  }

  private record DueKind(String name) {}

  public void cancel(String kind, String subject) {
    cancel(kind, List.of(subject));
  }

  public void cancel(String kind, Collection<String> subjects) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM due_work WHERE kind = :kind AND subject = ANY(:subjects)")
                .bind("kind", kind)
                .bind("subjects", subjects.toArray(String[]::new))
                .execute());
  }

  /** Scheduled and not done, also when it was given up. */
  @Transactional(Transactional.TxType.SUPPORTS)
  public boolean isWaiting(String kind, String subject) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT EXISTS (SELECT FROM due_work WHERE kind = :kind AND subject = :subject)")
                .bind("kind", kind)
                .bind("subject", subject)
                .mapTo(Boolean.class)
                .one());
  }

  private static String[] texts(java.util.stream.Stream<String> texts) {
    return texts.toArray(String[]::new);
  }
}
