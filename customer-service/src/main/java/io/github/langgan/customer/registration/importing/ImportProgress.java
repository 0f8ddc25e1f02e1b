package io.github.langgan.customer.registration.importing;

import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.chassis.problem.Problems;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** How far imports are, and how they end. */
@Singleton
class ImportProgress {

  private static final ProblemType CANCELLED = ProblemType.of("import-cancelled");
  private static final int MOST_FAILURES = 10;

  private static final String COUNT =
      """
      UPDATE customer_import i
         SET registered = known.registered, duplicates = known.duplicates,
             rejected = known.rejected, worked_at = :now,
             failures = CASE WHEN :wentWell THEN 0 ELSE failures END
        FROM (SELECT coalesce(sum(registered), 0) AS registered,
                     coalesce(sum(duplicates), 0) AS duplicates,
                     coalesce(sum(rejected), 0) AS rejected
                FROM customer_import_result WHERE import_id = :import) known
       WHERE i.id = :import
      RETURNING i.*
      """;

  private static final String END =
      """
      UPDATE customer_import SET state = :state, ended_at = :now
       WHERE id = :import AND state = 'RUNNING'
      """;

  private static final String FAIL =
      """
      UPDATE customer_import SET failures = failures + 1, worked_at = :again
       WHERE id = :import AND state = 'RUNNING'
      """;

  private final Jdbi jdbi;
  private final ReceivedPieces pieces;
  private final Operations operations;
  private final Clock clock;

  ImportProgress(Jdbi jdbi, ReceivedPieces pieces, Operations operations, Clock clock) {
    this.jdbi = jdbi;
    this.pieces = pieces;
    this.operations = operations;
    this.clock = clock;
  }

  /**
   * What is known of its rows by now, in the transaction that has it locked. With the last piece
   * the import ends.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void count(CustomerImport file, boolean wentWell) {
    CustomerImport now =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(COUNT)
                    .bind("wentWell", wentWell)
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .bind("import", file.id())
                    .mapTo(CustomerImport.class)
                    .one());
    operations.progress(now.operation(), now.done(), now.rejected(), now.total());
    if (now.done() == now.total()) {
      end(now.id(), ImportState.SUCCEEDED);
      operations.finish(now.operation(), URI.create(ImportAccepted.results(now.id())));
    }
  }

  /** It is tried again, later each time, and given up in the end. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void failed(CustomerImport file) {
    if (file.failures() + 1 >= MOST_FAILURES) {
      if (end(file.id(), ImportState.FAILED)) {
        operations.fail(file.operation(), Problem.of(Problems.INTERNAL));
      }
      return;
    }
    Instant again = clock.instant().plus(Duration.ofSeconds(1L << file.failures()));
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(FAIL)
                .bind("again", again.atOffset(ZoneOffset.UTC))
                .bind("import", file.id())
                .execute());
  }

  /** False when it has ended otherwise. Waits for the piece that is being worked off. */
  @Transactional
  boolean cancel(CustomerImport file) {
    boolean cancelled = end(file.id(), ImportState.CANCELLED);
    if (cancelled) {
      operations.fail(file.operation(), Problem.of(CANCELLED));
    }
    return cancelled;
  }

  private boolean end(UUID importId, ImportState state) {
    boolean ended =
        jdbi.withHandle(
                handle ->
                    handle
                        .createUpdate(END)
                        .bind("state", state.name())
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .bind("import", importId)
                        .execute())
            > 0;
    if (ended) {
      pieces.drop(importId);
    }
    return ended;
  }
}
