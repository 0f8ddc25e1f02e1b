package io.github.langgan.loyalty.inbound;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.github.langgan.loyalty.inbound.ApplyTransactions.Arrival;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.transaction.Place;
import io.github.langgan.loyalty.model.transaction.Transaction;
import io.github.langgan.loyalty.model.transaction.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Applies again, for a new membership, what its customer bought and returned before. What has had
 * its effect on another membership has none there again.
 */
@Singleton
class EarnHistory implements DueWorkHandler {

  private static final int PAGE = 500;

  private final Aliases aliases;
  private final Memberships memberships;
  private final Transactions transactions;
  private final ApplyTransactions applyTransactions;
  private final DueWork dueWork;
  private final Clock clock;

  EarnHistory(
      Aliases aliases,
      Memberships memberships,
      Transactions transactions,
      ApplyTransactions applyTransactions,
      DueWork dueWork,
      Clock clock) {
    this.aliases = aliases;
    this.memberships = memberships;
    this.transactions = transactions;
    this.applyTransactions = applyTransactions;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return Transactions.HISTORY_DUE;
  }

  @Override
  public void run(List<DueItem> items) {
    for (DueItem item : items) {
      memberships
          .find(new MembershipId(UUID.fromString(item.subject())))
          .map(membership -> aliases.resolve(membership.cameFor().value()))
          .ifPresent(customer -> apply(new CustomerId(customer), item));
    }
  }

  private void apply(CustomerId customer, DueItem item) {
    List<Transaction> page = transactions.of(customer, Place.parse(item.payload()), PAGE);
    if (page.isEmpty()) {
      return;
    }
    applyTransactions.apply(page.stream().map(one -> new Arrival(one, null)).toList());
    if (page.size() == PAGE) {
      dueWork.schedule(
          kind(),
          item.subject(),
          clock.instant().plus(Duration.ofMillis(1)),
          Place.of(page.getLast()).toString());
    }
  }
}
