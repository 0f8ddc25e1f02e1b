package io.github.langgan.profile.attribution;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.profile.contract.InteractionRecordedV1;
import io.github.langgan.profile.contract.TransactionAttributedV1;
import io.github.langgan.profile.model.CustomerReference;
import io.github.langgan.profile.model.CustomerReferences;
import io.github.langgan.profile.model.Interactions;
import io.github.langgan.profile.model.Owner;
import io.github.langgan.profile.model.PendingAttribution;
import io.github.langgan.profile.model.Transaction;
import io.github.langgan.profile.model.TransactionType;
import io.github.langgan.profile.model.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Gives waiting transactions and interactions to the customers that their references have come to
 * mean; a bounded number in each transaction, however many wait.
 *
 * <p>Purchases go first, each kind in transactions of its own: a return can then be matched to the
 * purchases that waited with it, and the purchases' lines are locked in one go.
 */
@Singleton
public class AttributeWaiting implements DueWorkHandler {

  static final int AT_A_TIME = 1_000;

  private final Aliases aliases;
  private final CustomerReferences references;
  private final WaitingTransactions waiting;
  private final Transactions transactions;
  private final Interactions interactions;
  private final MatchReturns matchReturns;
  private final PendingAttribution pendingAttribution;
  private final Outbox outbox;
  private final Clock clock;

  AttributeWaiting(
      Aliases aliases,
      CustomerReferences references,
      WaitingTransactions waiting,
      Transactions transactions,
      Interactions interactions,
      MatchReturns matchReturns,
      PendingAttribution pendingAttribution,
      Outbox outbox,
      Clock clock) {
    this.aliases = aliases;
    this.references = references;
    this.waiting = waiting;
    this.transactions = transactions;
    this.interactions = interactions;
    this.matchReturns = matchReturns;
    this.pendingAttribution = pendingAttribution;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return PendingAttribution.KIND;
  }

  @Override
  public void run(List<DueItem> items) {
    aliases.hold();
    Map<CustomerReference, Owner> owners =
        references.ownersOf(
            references.awaited(
                PendingAttribution.read(items.stream().map(DueItem::payload).toList())));
    if (owners.isEmpty()) {
      return;
    }
    List<PublishedEvent> attributed = new ArrayList<>();
    interactions.attribute(owners, AT_A_TIME).stream()
        .map(InteractionRecordedV1::of)
        .forEach(attributed::add);
    List<Transaction> theirs = attributePurchases(owners);
    if (theirs.isEmpty()) {
      theirs = attributeReturns(owners);
    }
    theirs.stream().map(TransactionAttributedV1::of).forEach(attributed::add);
    if (!attributed.isEmpty()) {
      outbox.append(attributed);
      pendingAttribution.lookFor(owners.keySet());
    }
  }

  private List<Transaction> attributePurchases(Map<CustomerReference, Owner> owners) {
    List<UUID> ids =
        waiting.attribute(TransactionType.PURCHASE, owners, clock.instant(), AT_A_TIME);
    List<Transaction> purchases = transactions.withLockedLines(ids);
    waiting.attributeLines(purchases);
    return purchases;
  }

  private List<Transaction> attributeReturns(Map<CustomerReference, Owner> owners) {
    List<UUID> ids = waiting.attribute(TransactionType.RETURN, owners, clock.instant(), AT_A_TIME);
    List<Transaction> returns = matchReturns.match(transactions.withIds(ids));
    transactions.replace(returns);
    return returns;
  }
}
