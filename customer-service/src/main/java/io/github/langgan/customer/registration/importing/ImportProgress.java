package io.github.langgan.customer.registration.importing;

import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.customer.registration.importing.ImportResults.Counts;
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

  private static final String ADD =
      """
      UPDATE customer_import
         SET registered = registered + :registered, duplicates = duplicates + :duplicates,
             rejected = rejected + :rejected, failures = 0, worked_at = :now
       WHERE id = :import
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

  /** In the transaction of the piece. With the last piece the import ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  void add(CustomerImport file, Counts counts) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(ADD)
                .bind("registered", counts.registered())
                .bind("duplicates", counts.duplicates())
                .bind("rejected", counts.rejected())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("import", file.id())
                .execute());
    long done = file.done() + counts.registered() + counts.duplicates() + counts.rejected();
    long refused = file.rejected() + counts.rejected();
    operations.progress(file.operation(), done, refused, file.total());
    if (done == file.total()) {
      end(file.id(), ImportState.SUCCEEDED);
      operations.finish(file.operation(), URI.create(ImportAccepted.results(file.id())));
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
