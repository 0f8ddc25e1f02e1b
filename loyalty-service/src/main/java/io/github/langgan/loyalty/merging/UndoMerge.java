package io.github.langgan.loyalty.merging;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.loyalty.contract.MergeConflictV1;
import io.github.langgan.loyalty.contract.MergeConflictV1.Code;
import io.github.langgan.loyalty.contract.MergeEffectsV1;
import io.github.langgan.loyalty.contract.MergeEffectsV1.MembershipEffect;
import io.github.langgan.loyalty.contract.MergeEffectsV1.Outcome;
import io.github.langgan.loyalty.contract.MergeUndoneV1;
import io.github.langgan.loyalty.model.Balance;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.ledger.Ledger;
import io.github.langgan.loyalty.model.ledger.MemberAccount;
import io.github.langgan.loyalty.model.tier.TierChange.Reason;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives both their memberships and points back. What came for one of them meanwhile, by its id, its
 * membership or its card, is its own.
 */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
public class UndoMerge {

  private final Aliases aliases;
  private final MergedRows rows;
  private final MergedVouchers vouchers;
  private final Memberships memberships;
  private final Ledger ledger;
  private final DividePoints dividePoints;
  private final SharedAccounts sharedAccounts;
  private final MergedTiers mergedTiers;
  private final Clock clock;

  UndoMerge(
      Aliases aliases,
      MergedRows rows,
      MergedVouchers vouchers,
      Memberships memberships,
      Ledger ledger,
      DividePoints dividePoints,
      SharedAccounts sharedAccounts,
      MergedTiers mergedTiers,
      Clock clock) {
    this.mergedTiers = mergedTiers;
    this.aliases = aliases;
    this.rows = rows;
    this.vouchers = vouchers;
    this.memberships = memberships;
    this.ledger = ledger;
    this.dividePoints = dividePoints;
    this.sharedAccounts = sharedAccounts;
    this.clock = clock;
  }

  /** Answers what is to be told, the answer to customer-service last. */
  public List<PublishedEvent> undo(Merge merge) {
    Set<UUID> back = aliases.split(merge.merged());
    vouchers.giveBack(merge, back);
    Instant now = clock.instant();
    List<MovedMembership> returned =
        rows.giveBack(merge, back).stream().filter(one -> !one.membership().isUnited()).toList();
    List<Membership> both =
        memberships.of(
            List.of(new CustomerId(merge.survivor()), new CustomerId(merge.merged())), List.of());
    Map<MembershipId, MemberAccount> accounts = ledger.lock(both);
    Undone undone = new Undone();
    Set<UUID> divided = new HashSet<>();
    List<Membership> kept = new ArrayList<>();
    for (MovedMembership one : returned) {
      MemberAccount account = accounts.get(one.membership().id());
      if (one.unitedBefore() == null) {
        kept.add(one.membership());
        undone.effects().add(returned(account, now));
      } else {
        divided.add(one.unitedBefore().value());
        MemberAccount shared = accounts.get(one.unitedBefore());
        dividePoints.divide(merge, shared, account, back, now, undone);
      }
    }
    ledger.write(accounts.values());
    for (var strange : sharedAccounts.keepStrange(kept, true, back)) {
      undone.conflicts().add(stranded(strange.id(), strange.points(), null));
    }
    List<Membership> survivors =
        both.stream().filter(one -> one.customer().value().equals(merge.survivor())).toList();
    for (var strange : sharedAccounts.keepStrange(survivors, false, back)) {
      if (!divided.contains(strange.id())) {
        undone.conflicts().add(stranded(strange.id(), null, strange.points()));
      }
    }
    undone.events().addAll(mergedTiers.settle(accounts.values(), Reason.UNMERGE, merge, now));
    undone
        .events()
        .add(
            new MergeUndoneV1(
                merge.id(), now, new MergeEffectsV1(undone.effects()), undone.conflicts()));
    return undone.events();
  }

  private static MembershipEffect returned(MemberAccount account, Instant now) {
    Membership membership = account.membership();
    Balance points = account.balance(now);
    return MembershipEffect.of(
        membership.program().value(),
        Outcome.RETURNED,
        membership.id().value(),
        null,
        points,
        points);
  }

  private static MergeConflictV1 stranded(
      UUID membership, @Nullable Long ofSurvivor, @Nullable Long ofMerged) {
    return new MergeConflictV1(Code.POINTS_WITHOUT_MEMBERSHIP, membership, ofSurvivor, ofMerged);
  }
}
