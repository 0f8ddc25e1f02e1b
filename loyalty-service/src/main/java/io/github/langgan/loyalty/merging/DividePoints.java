package io.github.langgan.loyalty.merging;

import io.github.langgan.loyalty.contract.MembershipDividedV1;
import io.github.langgan.loyalty.contract.MergeConflictV1;
import io.github.langgan.loyalty.contract.MergeConflictV1.Code;
import io.github.langgan.loyalty.contract.MergeEffectsV1.MembershipEffect;
import io.github.langgan.loyalty.contract.MergeEffectsV1.Outcome;
import io.github.langgan.loyalty.contract.PointsDividedV1;
import io.github.langgan.loyalty.merging.Settlement.Crossed;
import io.github.langgan.loyalty.model.Balance;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.ledger.EntryKind;
import io.github.langgan.loyalty.model.ledger.MemberAccount;
import io.github.langgan.loyalty.model.ledger.Occasion;
import io.github.langgan.loyalty.model.ledger.Transfers;
import io.github.langgan.loyalty.model.ledger.Transfers.Transfer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Gives a united membership its points back: what came for it, less what it spent. */
@Singleton
class DividePoints {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Reversals reversals;
  private final SharedAccounts sharedAccounts;
  private final Transfers transfers;

  DividePoints(Reversals reversals, SharedAccounts sharedAccounts, Transfers transfers) {
    this.reversals = reversals;
    this.sharedAccounts = sharedAccounts;
    this.transfers = transfers;
  }

  /**
   * @param shared the survivor's, with the points of both
   * @param merged the united one's
   * @param back the records that the split-off one has again
   * @param undone is told of it
   */
  void divide(
      Merge merge,
      MemberAccount shared,
      MemberAccount merged,
      Set<UUID> back,
      Instant now,
      Undone undone) {
    Membership survivor = shared.membership();
    Membership divided = merged.membership();
    UUID since = reversals.entryOf(merge, divided).orElse(BEFORE_ALL);
    Crossed crossed = sharedAccounts.crossedSince(since, survivor, back);
    Settlement settlement =
        Settlement.of(transfers.left(shared), survivor.cameFor(), back, crossed, now);
    Balance before = merged.balance(now);
    transfers.moveDebt(
        shared, merged, record -> back.contains(record.value()), Occasion.ofMerge(merge.id()), now);
    Transfer transfer =
        transfers.move(
            EntryKind.DIVIDED,
            shared,
            merged,
            settlement.shares(),
            Occasion.ofMerge(merge.id()),
            now);
    sharedAccounts.giveEarningsBack(survivor, divided);
    UUID mergedId = divided.id().value();
    UUID survivorId = survivor.id().value();
    undone.events().add(PointsDividedV1.of(transfer.left(), mergedId, merge.id()));
    undone.events().add(MembershipDividedV1.of(transfer.came(), survivorId, merge.id()));
    undone
        .effects()
        .add(
            MembershipEffect.of(
                divided.program().value(),
                Outcome.DIVIDED,
                mergedId,
                survivorId,
                merged.balance(now).minus(before),
                merged.balance(now)));
    if (settlement.mergedShort() > 0) {
      undone
          .conflicts()
          .add(new MergeConflictV1(Code.POINTS_SHORT, mergedId, null, settlement.mergedShort()));
    }
    if (settlement.survivorShort() > 0) {
      undone
          .conflicts()
          .add(
              new MergeConflictV1(Code.POINTS_SHORT, survivorId, settlement.survivorShort(), null));
    }
  }
}
