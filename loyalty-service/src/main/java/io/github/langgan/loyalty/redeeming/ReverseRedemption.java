package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.contract.PointsRedemptionReversedV1;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.Points;
import io.github.langgan.loyalty.model.RedemptionId;
import io.github.langgan.loyalty.model.ledger.Entry;
import io.github.langgan.loyalty.model.ledger.Ledger;
import io.github.langgan.loyalty.model.ledger.MemberAccount;
import io.github.langgan.loyalty.model.ledger.Share;
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

/**
 * Gives points back to the lots that they were spent from, which keep their expiry: what would have
 * expired meanwhile expires with the next look.
 */
@Singleton
class ReverseRedemption {

  private final Ledger ledger;
  private final Redemptions redemptions;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  ReverseRedemption(
      Ledger ledger, Redemptions redemptions, Outbox outbox, Audit audit, Clock clock) {
    this.ledger = ledger;
    this.redemptions = redemptions;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param membership whose redemption it is
   * @param asked how many points; empty: all that are still spent
   */
  @Transactional
  public ReversalOutcome reverse(Membership membership, RedemptionId id, Optional<Points> asked) {
    MemberAccount account = ledger.lock(membership);
    Redemption redemption = redemptions.find(id).orElseThrow();
    long points = asked.map(Points::value).orElse(redemption.reversible());
    if (points == 0 || points > redemption.reversible()) {
      return new TooMuch(redemption.reversible());
    }
    Instant now = clock.instant();
    List<Share> shares = upTo(points, redemptions.shares(id));
    ledger.fetch(account, shares.stream().map(Share::lotId).toList());
    Entry entry = account.restore(id, shares, now);
    ledger.write(List.of(account));
    Redemption reversed = redemption.reversing(points);
    redemptions.update(reversed);
    audit.record("redemption.reversed", "redemption", id, "", Map.of("points", points));
    return new Reversed(
        reversed, points, account.balance(), outbox.append(PointsRedemptionReversedV1.of(entry)));
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
