package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.contract.PointsRedemptionReversedV1;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.Points;
import io.github.langgan.loyalty.model.RedemptionId;
import io.github.langgan.loyalty.model.ledger.Entry;
import io.github.langgan.loyalty.model.ledger.EntryKind;
import io.github.langgan.loyalty.model.ledger.Ledger;
import io.github.langgan.loyalty.model.ledger.MemberAccount;
import io.github.langgan.loyalty.model.ledger.Occasion;
import io.github.langgan.loyalty.model.ledger.Share;
import io.github.langgan.loyalty.model.ledger.Transfers;
import io.github.langgan.loyalty.redeeming.ReversalOutcome.Reversed;
import io.github.langgan.loyalty.redeeming.ReversalOutcome.TooMuch;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives points back to the lots that they were spent from, which keep their expiry: what would have
 * expired meanwhile expires with the next look. When the redemption counts for another membership
 * than it was spent from, because two were united or divided since, they go on to that.
 */
@Singleton
class ReverseRedemption {

  private final Aliases aliases;
  private final Memberships memberships;
  private final Ledger ledger;
  private final Transfers transfers;
  private final Redemptions redemptions;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  ReverseRedemption(
      Aliases aliases,
      Memberships memberships,
      Ledger ledger,
      Transfers transfers,
      Redemptions redemptions,
      Outbox outbox,
      Audit audit,
      Clock clock) {
    this.aliases = aliases;
    this.memberships = memberships;
    this.transfers = transfers;
    this.ledger = ledger;
    this.redemptions = redemptions;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param named the membership that the redemption names
   * @param asked how many points; empty: all that are still spent
   */
  @Transactional
  public ReversalOutcome reverse(Membership named, RedemptionId id, Optional<Points> asked) {
    aliases.resolve(named.cameFor().value());
    Membership owner = memberships.holding(named.id());
    Membership payer = memberships.ofEntry(redemptions.find(id).orElseThrow().entryId());
    Map<MembershipId, MemberAccount> accounts =
        ledger.lock(Stream.of(owner, payer).distinct().toList());
    Redemption redemption = redemptions.find(id).orElseThrow();
    long points = asked.map(Points::value).orElse(redemption.reversible());
    if (points == 0 || points > redemption.reversible()) {
      return new TooMuch(redemption.reversible());
    }
    Instant now = clock.instant();
    List<Share> shares = upTo(points, redemptions.shares(id));
    MemberAccount account = accounts.get(payer.id());
    ledger.fetch(account, shares.stream().map(Share::lotId).toList());
    Entry entry = account.restore(Occasion.of(id).thatCameFor(named.cameFor()), shares, now);
    if (!payer.id().equals(owner.id())) {
      entry =
          transfers
              .move(
                  payer.isUnited() ? EntryKind.UNITED : EntryKind.DIVIDED,
                  account,
                  accounts.get(owner.id()),
                  shares,
                  Occasion.NONE.thatCameFor(named.cameFor()),
                  now)
              .came();
    }
    ledger.write(accounts.values());
    Redemption reversed = redemption.reversing(points);
    redemptions.update(reversed);
    audit.record("redemption.reversed", "redemption", id, "", Map.of("points", points));
    return new Reversed(
        reversed,
        points,
        accounts.get(owner.id()).balance(now),
        outbox.append(PointsRedemptionReversedV1.of(entry, id)));
  }

  private static List<Share> upTo(long points, List<Share> shares) {
    List<Share> taken = new ArrayList<>();
    long left = points;
    for (Share share : shares) {
      long part = Math.min(left, share.points());
      if (part > 0) {
        taken.add(new Share(share.lotId(), part));
        left -= part;
      }
    }
    return taken;
  }
}
