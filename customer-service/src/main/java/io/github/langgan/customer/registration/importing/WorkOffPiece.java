package io.github.langgan.customer.registration.importing;

import io.github.langgan.customer.registration.RegisterCustomers;
import io.github.langgan.customer.registration.importing.ImportResults.Counts;
import io.github.langgan.customer.registration.importing.PieceRows.Said;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/**
 * Registers the rows of a piece, and says what came of each. Registrations, results and that the
 * piece is done are one transaction; whoever dies in it leaves the piece to the next.
 */
@Singleton
class WorkOffPiece {

  private final ReceivedPieces pieces;
  private final ImportResults results;
  private final RegisterCustomers register;
  private final Rehearsal rehearsal;

  WorkOffPiece(
      ReceivedPieces pieces,
      ImportResults results,
      RegisterCustomers register,
      Rehearsal rehearsal) {
    this.pieces = pieces;
    this.results = results;
    this.register = register;
    this.rehearsal = rehearsal;
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void workOff(CustomerImport file, ReadPiece read) {
    if (!pieces.take(file.id(), read.piece())) {
      return;
    }
    PieceRows rows = read.rows();
    List<RowResult> all =
        rows.results(file.dryRun() ? rehearsal.rehearse(file, rows) : registered(file, rows));
    results.add(file.id(), read.piece(), Counts.of(all), all);
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
