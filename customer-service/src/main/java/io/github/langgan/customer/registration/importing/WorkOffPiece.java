package io.github.langgan.customer.registration.importing;

import io.github.langgan.customer.registration.RegisterCustomers;
import io.github.langgan.customer.registration.importing.ImportResults.Counts;
import io.github.langgan.customer.registration.importing.PieceRows.Said;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Registers the rows of a piece, and says what came of each. Registrations, results, counts and
 * that the piece is done are one transaction; whoever dies in it leaves the piece to the next.
 */
@Singleton
class WorkOffPiece {

  private final CustomerImports imports;
  private final ReceivedPieces pieces;
  private final ImportResults results;
  private final ImportProgress progress;
  private final ReadAhead ahead;
  private final RegisterCustomers register;
  private final Rehearsal rehearsal;
  private final Clock clock;

  WorkOffPiece(
      CustomerImports imports,
      ReceivedPieces pieces,
      ImportResults results,
      ImportProgress progress,
      ReadAhead ahead,
      RegisterCustomers register,
      Rehearsal rehearsal,
      Clock clock) {
    this.imports = imports;
    this.pieces = pieces;
    this.results = results;
    this.progress = progress;
    this.ahead = ahead;
    this.register = register;
    this.rehearsal = rehearsal;
    this.clock = clock;
  }

  /** Of the import that waited longest; empty when none waits. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Optional<CustomerImport> next(Claimed claimed) {
    Optional<CustomerImport> next = imports.lockNext(clock.instant());
    next.ifPresent(
        file -> {
          claimed.file = file;
          workOff(file, pieces.take(file.id()).orElseThrow());
        });
    return next;
  }

  /** The import of a claim, known also when the work on it then fails. */
  static final class Claimed {
    @Nullable CustomerImport file;
  }

  private void workOff(CustomerImport file, Piece piece) {
    PieceRows rows = ahead.read(file, piece);
    List<RowResult> all =
        rows.results(file.dryRun() ? rehearsal.rehearse(file, rows) : registered(file, rows));
    Counts counts = Counts.of(all);
    results.add(file.id(), piece, counts, all);
    progress.add(file, counts);
  }

  private List<RowResult> registered(CustomerImport file, PieceRows rows) {
    var registered =
        register.register(rows.registrations(), file.registrant(), file.visibility(), file.when());
    List<RowResult> results = new ArrayList<>(registered.size());
    for (Said said : rows.said()) {
      results.add(said.result(registered.get(results.size())));
    }
    return results;
  }
}
