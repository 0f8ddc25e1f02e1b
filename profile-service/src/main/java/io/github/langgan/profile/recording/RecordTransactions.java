package io.github.langgan.profile.recording;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.profile.contract.EventSize;
import io.github.langgan.profile.contract.TransactionRecordedV1;
import io.github.langgan.profile.model.CustomerReference;
import io.github.langgan.profile.model.CustomerReferences;
import io.github.langgan.profile.model.Owner;
import io.github.langgan.profile.model.PendingAttribution;
import io.github.langgan.profile.model.ReportedTransaction;
import io.github.langgan.profile.model.Transaction;
import io.github.langgan.profile.model.TransactionNumbers;
import io.github.langgan.profile.model.Transactions;
import io.github.langgan.profile.recording.Recording.Conflict;
import io.github.langgan.profile.recording.Recording.Duplicate;
import io.github.langgan.profile.recording.Recording.Recorded;
import io.github.langgan.profile.recording.Recording.TooLarge;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Records what a partner reports, one or many, in a handful of statements whatever their number.
 *
 * <p>Locks are taken in one order, so that two batches never wait for each other: what ids mean,
 * the numbers, the purchases' lines that returns give back, the customers' event streams; each kind
 * sorted.
 */
@Singleton
public class RecordTransactions {

  private final Aliases aliases;
  private final TransactionNumbers numbers;
  private final CustomerReferences references;
  private final Transactions transactions;
  private final RecordReturns returns;
  private final PendingAttribution pendingAttribution;
  private final Outbox outbox;
  private final Clock clock;

  RecordTransactions(
      Aliases aliases,
      TransactionNumbers numbers,
      CustomerReferences references,
      Transactions transactions,
      RecordReturns returns,
      PendingAttribution pendingAttribution,
      Outbox outbox,
      Clock clock) {
    this.aliases = aliases;
    this.numbers = numbers;
    this.references = references;
    this.transactions = transactions;
    this.returns = returns;
    this.pendingAttribution = pendingAttribution;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Purchases are recorded before returns, so a batch may hold both in any order.
   *
   * @return what became of each, in the same order
   */
  @Transactional
  public List<Recording> record(String partner, List<ReportedTransaction> reports) {
    if (reports.isEmpty()) {
      return List.of();
    }
    Map<String, Entry> firsts = new LinkedHashMap<>();
    List<Entry> repeated = new ArrayList<>();
    for (int place = 0; place < reports.size(); place++) {
      Entry entry = Entry.of(place, partner, reports.get(place));
      if (firsts.putIfAbsent(entry.report().externalId(), entry) != null) {
        repeated.add(entry);
      }
    }
    aliases.hold();
    Outcomes outcomes = new Outcomes(reports.size());
    List<Entry> fresh = claim(partner, firsts.values(), outcomes);
    List<Accepted> accepted = accept(fresh, outcomes);
    letGo(partner, fresh, outcomes);
    publish(accepted, outcomes);
    for (Entry entry : repeated) {
      outcomes.repeat(entry, firsts.get(entry.report().externalId()));
    }
    return outcomes.list();
  }

  private List<Entry> claim(String partner, Collection<Entry> entries, Outcomes outcomes) {
    Map<String, TransactionNumbers.Number> taken =
        numbers.claim(partner, entries.stream().map(Entry::number).toList());
    List<Entry> fresh = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      TransactionNumbers.Number before = taken.get(entry.report().externalId());
      if (before == null) {
        fresh.add(entry);
      } else if (entry.saysTheSameAs(before)) {
        outcomes.set(entry, new Duplicate(before.transactionId()));
      } else {
        outcomes.set(entry, new Conflict(before.externalId()));
      }
    }
    return fresh;
  }

  private List<Accepted> accept(List<Entry> entries, Outcomes outcomes) {
    Map<CustomerReference, Owner> owners =
        references.ownersOf(
            entries.stream()
                .map(entry -> entry.report().customer())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    Instant now = clock.instant();
    List<Accepted> accepted = new ArrayList<>(entries.size());
    List<Entry> givenBack = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.report().isReturn()) {
        givenBack.add(entry);
        continue;
      }
      Transaction purchase = entry.asReported(owners.get(entry.report().customer()), now);
      if (EventSize.fits(purchase)) {
        accepted.add(new Accepted(entry, purchase));
      } else {
        outcomes.set(entry, new TooLarge());
      }
    }
    transactions.add(accepted.stream().map(Accepted::transaction).toList());
    if (!givenBack.isEmpty()) {
      accepted.addAll(returns.record(givenBack, owners, now, outcomes));
    }
    return accepted;
  }

  /** A refused transaction may be reported again under its number. */
  private void letGo(String partner, List<Entry> fresh, Outcomes outcomes) {
    numbers.release(
        partner,
        fresh.stream()
            .filter(outcomes::isRefused)
            .map(entry -> entry.report().externalId())
            .toList());
  }

  private void publish(List<Accepted> accepted, Outcomes outcomes) {
    List<Transaction> recorded = accepted.stream().map(Accepted::transaction).toList();
    List<Position> positions =
        outbox.append(recorded.stream().map(TransactionRecordedV1::of).toList());
    for (int i = 0; i < recorded.size(); i++) {
      outcomes.set(accepted.get(i).entry(), new Recorded(recorded.get(i), positions.get(i)));
    }
    pendingAttribution.lookFor(
        recorded.stream()
            .filter(Transaction::isWaiting)
            .map(Transaction::customer)
            .filter(Objects::nonNull)
            .toList());
  }
}
