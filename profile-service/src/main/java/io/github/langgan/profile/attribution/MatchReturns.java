package io.github.langgan.profile.attribution;

import io.github.langgan.profile.contract.EventSize;
import io.github.langgan.profile.model.ReportedTransaction;
import io.github.langgan.profile.model.Transaction;
import io.github.langgan.profile.model.TransactionLine;
import io.github.langgan.profile.model.returns.PurchasedLines;
import io.github.langgan.profile.model.returns.PurchasedLines.Wanted;
import io.github.langgan.profile.model.returns.ReturnWithoutReference;
import io.github.langgan.profile.model.returns.ReturnableLines;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Finds what returns give back, now that it is known whose they are. */
@Singleton
class MatchReturns {

  private final PurchasedLines purchases;

  MatchReturns(PurchasedLines purchases) {
    this.purchases = purchases;
  }

  /** Those that name their purchase were matched when they were recorded, and stay as they are. */
  List<Transaction> match(List<Transaction> returns) {
    List<Wanted> wanted =
        returns.stream()
            .filter(transaction -> transaction.returns() == null)
            .flatMap(
                transaction ->
                    transaction.lines().stream()
                        .map(
                            line ->
                                new Wanted(
                                    customerOf(transaction),
                                    line.product(),
                                    transaction.occurredAt())))
            .toList();
    ReturnableLines returnable = purchases.lock("", Set.of(), Wanted.distinct(wanted));
    List<Transaction> matched = new ArrayList<>(returns.size());
    for (Transaction transaction : returns) {
      matched.add(transaction.returns() == null ? match(transaction, returnable) : transaction);
    }
    purchases.take(returnable.taken());
    return matched;
  }

  private static Transaction match(Transaction transaction, ReturnableLines returnable) {
    ReportedTransaction report = transaction.asReported();
    List<TransactionLine> lines =
        ReturnWithoutReference.match(report, customerOf(transaction), returnable);
    Transaction matched = transaction.givingBack(lines);
    if (EventSize.fits(matched)) {
      return matched;
    }
    returnable.undo(lines);
    return transaction;
  }

  private static UUID customerOf(Transaction transaction) {
    return Objects.requireNonNull(transaction.customerId());
  }
}
