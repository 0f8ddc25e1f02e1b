package io.github.langgan.loyalty.transferring;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.contract.PointsDebtPaidV1;
import io.github.langgan.loyalty.contract.PointsTransferredV1;
import io.github.langgan.loyalty.contract.TierChangedV1;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.TransferId;
import io.github.langgan.loyalty.model.ledger.Entry;
import io.github.langgan.loyalty.model.ledger.Ledger;
import io.github.langgan.loyalty.model.ledger.MemberAccount;
import io.github.langgan.loyalty.model.ledger.Occasion;
import io.github.langgan.loyalty.model.ledger.Transfers;
import io.github.langgan.loyalty.model.ledger.Transfers.Transfer;
import io.github.langgan.loyalty.model.pin.CheckPin;
import io.github.langgan.loyalty.model.tier.SettleTiers;
import io.github.langgan.loyalty.model.tier.SettleTiers.Cause;
import io.github.langgan.loyalty.model.tier.TierChange.Reason;
import io.github.langgan.loyalty.transferring.policy.TransferPolicies;
import io.github.langgan.loyalty.transferring.policy.TransferPolicy;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives a member's points to another one of the program; those that expire soonest first. */
@Singleton
class TransferPoints {

  private final Aliases aliases;
  private final Memberships memberships;
  private final ErasedSubjects erased;
  private final TransferPolicies policies;
  private final CheckPin checkPin;
  private final TransferSafeguards safeguards;
  private final Ledger ledger;
  private final Transfers transfers;
  private final MemberTransfers memberTransfers;
  private final SettleTiers settleTiers;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  TransferPoints(
      Aliases aliases,
      Memberships memberships,
      ErasedSubjects erased,
      TransferPolicies policies,
      CheckPin checkPin,
      TransferSafeguards safeguards,
      Ledger ledger,
      Transfers transfers,
      MemberTransfers memberTransfers,
      SettleTiers settleTiers,
      Outbox outbox,
      Audit audit,
      Clock clock) {
    this.aliases = aliases;
    this.memberships = memberships;
    this.erased = erased;
    this.policies = policies;
    this.checkPin = checkPin;
    this.safeguards = safeguards;
    this.ledger = ledger;
    this.transfers = transfers;
    this.memberTransfers = memberTransfers;
    this.settleTiers = settleTiers;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Throws a {@link Problem} when the points can't go; then nothing has changed but the count of
   * wrong PINs. Of the recipient is told only that there is one, and only to who may give.
   *
   * @param named the membership that the caller named: it gives for the record that it came for,
   *     also when another membership holds its points
   */
  @Transactional
  TransferResult transfer(
      Membership named, MembershipId recipient, long points, @Nullable String pin) {
    Optional<Membership> to = recipient(named, recipient);
    aliases.resolve(
        to.map(one -> List.of(named.cameFor().value(), one.cameFor().value()))
            .orElseGet(() -> List.of(named.cameFor().value())));
    Membership giver = memberships.holding(named.id());
    TransferPolicy policy = policies.of(giver.program());
    if (!policy.allowed()) {
      throw TransferProblems.notAllowed();
    }
    checkPin.check(giver.id(), policy.takesPin(points), pin);
    safeguards.checkSize(policy, points);
    Membership receiver =
        to.filter(one -> !erased.contains(one.cameFor().value()))
            .orElseThrow(TransferProblems::unknownRecipient);
    Membership holder = memberships.holding(receiver.id());
    if (holder.id().equals(giver.id())) {
      throw TransferProblems.ownMembership();
    }
    Instant now = clock.instant();
    Map<MembershipId, MemberAccount> accounts = ledger.lock(List.of(giver, holder));
    MemberAccount from = accounts.get(giver.id());
    safeguards.checkLimits(giver, holder, policy, points, now);
    long available = from.spendable(points, now);
    if (available < points) {
      throw TransferProblems.insufficientPoints(available);
    }
    TransferId id = TransferId.next();
    Transfer moved =
        transfers.give(
            from,
            accounts.get(holder.id()),
            points,
            Occasion.of(id).thatCameFor(named.cameFor()),
            Occasion.of(id).thatCameFor(receiver.cameFor()),
            now);
    List<Entry> payments = accounts.get(holder.id()).payDebt(moved.came());
    ledger.write(accounts.values());
    var transfer =
        new MemberTransfer(
            id,
            giver.program(),
            named.id(),
            receiver.id(),
            points,
            moved.left().id(),
            moved.came().id(),
            now);
    memberTransfers.add(transfer);
    audit.record(
        "points.transferred",
        "transfer",
        id,
        "",
        Map.of("from", named.id().toString(), "to", receiver.id().toString(), "points", points));
    List<PublishedEvent> events = new ArrayList<>();
    events.add(PointsTransferredV1.given(moved.left(), receiver.id()));
    events.add(PointsTransferredV1.received(moved.came(), named.id()));
    events.addAll(PointsDebtPaidV1.allOf(payments));
    settleTiers.settle(List.of(giver, holder), new Cause(Reason.POINTS, id.value()), now).stream()
        .map(TierChangedV1::of)
        .forEach(events::add);
    return new TransferResult(transfer, from.balance(now), outbox.append(events).getFirst());
  }

  private Optional<Membership> recipient(Membership named, MembershipId id) {
    return memberships.find(id).filter(one -> one.program().equals(named.program()));
  }
}
