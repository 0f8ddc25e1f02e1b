package io.github.langgan.loyalty.merging;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.loyalty.contract.MembershipUnitedV1;
import io.github.langgan.loyalty.contract.MergeAppliedV1;
import io.github.langgan.loyalty.contract.MergeEffectsV1;
import io.github.langgan.loyalty.contract.MergeEffectsV1.MembershipEffect;
import io.github.langgan.loyalty.contract.MergeEffectsV1.Outcome;
import io.github.langgan.loyalty.contract.PointsUnitedV1;
import io.github.langgan.loyalty.model.Balance;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.ledger.EntryKind;
import io.github.langgan.loyalty.model.ledger.Ledger;
import io.github.langgan.loyalty.model.ledger.MemberAccount;
import io.github.langgan.loyalty.model.ledger.Occasion;
import io.github.langgan.loyalty.model.ledger.Share;
import io.github.langgan.loyalty.model.ledger.Transfers;
import io.github.langgan.loyalty.model.ledger.Transfers.Transfer;
import io.github.langgan.loyalty.model.tier.TierChange.Reason;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Gives the merged one's memberships to the survivor. Where both are members of a program, the
 * points go to the survivor's membership; cards, lots and expiries stay what they are.
 */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
public class ApplyMerge {

  private final Aliases aliases;
  private final MergedRows rows;
  private final MergedVouchers vouchers;
  private final Memberships memberships;
  private final Ledger ledger;
  private final Transfers transfers;
  private final Reversals reversals;
  private final MergedTiers mergedTiers;
  private final Clock clock;

  ApplyMerge(
      Aliases aliases,
      MergedRows rows,
      MergedVouchers vouchers,
      Memberships memberships,
      Ledger ledger,
      Transfers transfers,
      Reversals reversals,
      MergedTiers mergedTiers,
      Clock clock) {
    this.mergedTiers = mergedTiers;
    this.aliases = aliases;
    this.rows = rows;
    this.vouchers = vouchers;
    this.memberships = memberships;
    this.ledger = ledger;
    this.transfers = transfers;
    this.reversals = reversals;
    this.clock = clock;
  }

  /** Answers what is to be told, the answer to customer-service last. */
  public List<PublishedEvent> apply(Merge merge) {
    aliases.merge(merge.merged(), merge.survivor());
    vouchers.move(merge);
    Instant now = clock.instant();
    List<Membership> moved =
        rows.move(merge).stream()
            .filter(one -> one.unitedBefore() == null)
            .map(MovedMembership::membership)
            .toList();
    Map<MembershipId, MemberAccount> accounts =
        ledger.lock(memberships.of(List.of(new CustomerId(merge.survivor())), List.of()));
    List<PublishedEvent> events = new ArrayList<>();
    List<MembershipEffect> effects = new ArrayList<>();
    for (Membership membership : moved) {
      MemberAccount account = accounts.get(membership.id());
      effects.add(
          membership.isUnited()
              ? unite(merge, account, accounts.get(membership.unitedInto()), now, events)
              : keep(merge, account, now));
    }
    ledger.write(accounts.values());
    mergedTiers.settle(accounts.values(), Reason.MERGE, merge, now).forEach(events::add);
    events.add(new MergeAppliedV1(merge.id(), now, new MergeEffectsV1(effects)));
    return events;
  }

  private MembershipEffect keep(Merge merge, MemberAccount account, Instant now) {
    Membership membership = account.membership();
    Balance points = account.balance(now);
    MembershipEffect effect =
        MembershipEffect.of(
            membership.program().value(),
            Outcome.MOVED,
            membership.id().value(),
            null,
            points,
            points);
    reversals.keep(merge, effect, null);
    return effect;
  }

  private MembershipEffect unite(
      Merge merge,
      MemberAccount from,
      MemberAccount into,
      Instant now,
      List<PublishedEvent> events) {
    List<Share> all =
        transfers.left(from).stream().map(lot -> new Share(lot.id(), lot.remaining())).toList();
    Balance points = from.balance(now);
    transfers.moveDebt(from, into, record -> true, Occasion.ofMerge(merge.id()), now);
    Transfer transfer =
        transfers.move(EntryKind.UNITED, from, into, all, Occasion.ofMerge(merge.id()), now);
    Membership united = from.membership();
    MembershipId survivor = requireNonNull(united.unitedInto());
    MembershipEffect effect =
        MembershipEffect.of(
            united.program().value(),
            Outcome.UNITED,
            united.id().value(),
            survivor.value(),
            points,
            into.balance(now));
    reversals.keep(merge, effect, transfer.came().id());
    events.add(MembershipUnitedV1.of(transfer.left(), survivor.value(), merge.id()));
    events.add(PointsUnitedV1.of(transfer.came(), united.id().value(), merge.id()));
    return effect;
  }
}
