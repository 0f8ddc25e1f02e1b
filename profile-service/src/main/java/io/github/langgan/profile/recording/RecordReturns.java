package io.github.langgan.profile.recording;

import io.github.langgan.profile.contract.EventSize;
import io.github.langgan.profile.model.CustomerReference;
import io.github.langgan.profile.model.CustomerReferences;
import io.github.langgan.profile.model.Owner;
import io.github.langgan.profile.model.ReportedTransaction;
import io.github.langgan.profile.model.Transaction;
import io.github.langgan.profile.model.TransactionLine;
import io.github.langgan.profile.model.Transactions;
import io.github.langgan.profile.model.returns.PurchasedLine;
import io.github.langgan.profile.model.returns.PurchasedLines;
import io.github.langgan.profile.model.returns.PurchasedLines.Wanted;
import io.github.langgan.profile.model.returns.ReturnMatch.Matched;
import io.github.langgan.profile.model.returns.ReturnOfPurchase;
import io.github.langgan.profile.model.returns.ReturnWithoutReference;
import io.github.langgan.profile.model.returns.ReturnableLines;
import io.github.langgan.profile.recording.Recording.ReturnRefused;
import io.github.langgan.profile.recording.Recording.TooLarge;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The returns of a batch: finds what each gives back, and takes it from the purchases. */
@Singleton
class RecordReturns {

  private final PurchasedLines purchases;
  private final Transactions transactions;
  private final CustomerReferences references;

  RecordReturns(
      PurchasedLines purchases, Transactions transactions, CustomerReferences references) {
    this.purchases = purchases;
    this.transactions = transactions;
    this.references = references;
  }

  /** Those that are accepted; the others get their outcome. */
  List<Accepted> record(
      List<Entry> entries, Map<CustomerReference, Owner> known, Instant now, Outcomes outcomes) {
    Map<CustomerReference, Owner> settled = settled(entries, known);
    ReturnableLines returnable = lock(entries, settled);
    List<Accepted> accepted = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      ReportedTransaction report = entry.report();
      Transaction transaction;
      if (report.returns() == null) {
        transaction = withoutReference(entry, settled.get(report.customer()), returnable, now);
      } else {
        var match = ReturnOfPurchase.match(report, returnable);
        if (!(match instanceof Matched(List<TransactionLine> lines))) {
          outcomes.set(entry, new ReturnRefused(match));
          continue;
        }
        transaction = ofPurchase(entry, lines, known, returnable, now);
      }
      if (EventSize.fits(transaction)) {
        accepted.add(new Accepted(entry, transaction));
      } else {
        returnable.undo(transaction.lines());
        outcomes.set(entry, new TooLarge());
      }
    }
    transactions.add(accepted.stream().map(Accepted::transaction).toList());
    purchases.take(returnable.taken());
    return accepted;
  }

  /**
   * The customers under whose references no purchases wait. While some wait for a customer that was
   * just learned of, its returns wait behind them, or they would be matched to nothing.
   */
  private Map<CustomerReference, Owner> settled(
      List<Entry> entries, Map<CustomerReference, Owner> known) {
    Map<CustomerReference, Owner> settled = new HashMap<>(known);
    settled
        .keySet()
        .retainAll(
            entries.stream()
                .filter(entry -> entry.report().returns() == null)
                .map(entry -> entry.report().customer())
                .collect(Collectors.toSet()));
    settled.keySet().removeAll(references.awaited(settled.keySet()));
    return settled;
  }

  private ReturnableLines lock(List<Entry> entries, Map<CustomerReference, Owner> settled) {
    Set<String> named =
        entries.stream()
            .map(entry -> entry.report().returns())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    List<Wanted> wanted = new ArrayList<>();
    for (Entry entry : entries) {
      ReportedTransaction report = entry.report();
      Owner owner = settled.get(report.customer());
      if (report.returns() == null && owner != null) {
        report.lines().stream()
            .map(line -> new Wanted(owner.customerId(), line.product(), report.occurredAt()))
            .forEach(wanted::add);
      }
    }
    return purchases.lock(entries.getFirst().partner(), named, Wanted.distinct(wanted));
  }

  private static Transaction withoutReference(
      Entry entry, @Nullable Owner owner, ReturnableLines returnable, Instant now) {
    return owner == null
        ? entry.asReported(null, now)
        : entry.with(
            ReturnWithoutReference.match(entry.report(), owner.customerId(), returnable),
            owner,
            entry.report().customer(),
            now);
  }

  /** Belongs to whom it names, else to whom the purchase belongs or may be found to belong. */
  private static Transaction ofPurchase(
      Entry entry,
      List<TransactionLine> lines,
      Map<CustomerReference, Owner> known,
      ReturnableLines returnable,
      Instant now) {
    CustomerReference named = entry.report().customer();
    if (named != null) {
      return entry.with(lines, known.get(named), named, now);
    }
    PurchasedLine purchase = returnable.purchaseOf(lines.getFirst());
    CustomerReference reference =
        purchase.reference() == null ? null : new CustomerReference(purchase.reference());
    return entry.with(lines, purchase.owner(), reference, now);
  }
}
