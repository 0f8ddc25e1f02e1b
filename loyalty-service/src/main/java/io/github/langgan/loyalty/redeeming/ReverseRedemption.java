package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.contract.PointsDebtPaidV1;
import io.github.langgan.loyalty.contract.PointsRedemptionReversedV1;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.Points;
import io.github.langgan.loyalty.model.RedemptionId;
import io.github.langgan.loyalty.model.ledger.Entry;
import io.github.langgan.loyalty.model.pool.Draws;
import io.github.langgan.loyalty.model.reward.Rewards;
import io.github.langgan.loyalty.model.reward.Taken;
import io.github.langgan.loyalty.redeeming.RedemptionAccounts.PassedOn;
import io.github.langgan.loyalty.redeeming.ReversalOutcome.Reversed;
import io.github.langgan.loyalty.redeeming.ReversalOutcome.TooMuch;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives points back to the lots that they were spent from, which keep their expiry: what would have
 * expired meanwhile expires with the next look. When the redemption counts for another membership
 * than it was spent from, because two were united or divided since, they go on to that. The pieces
 * of a reward can be had again when all points are back.
 */
@Singleton
class ReverseRedemption {

  private final RedemptionAccounts accounts;
  private final Redemptions redemptions;
  private final Draws draws;
  private final Rewards rewards;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  ReverseRedemption(
      RedemptionAccounts accounts,
      Redemptions redemptions,
      Draws draws,
      Rewards rewards,
      Outbox outbox,
      Audit audit,
      Clock clock) {
    this.accounts = accounts;
    this.redemptions = redemptions;
    this.draws = draws;
    this.rewards = rewards;
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
    LockedRedemption locked = accounts.lock(named, id);
    Redemption redemption = locked.redemption();
    long points = asked.map(Points::value).orElse(redemption.reversible());
    if (points == 0 || points > redemption.reversible()) {
      return new TooMuch(redemption.reversible());
    }
    Instant now = clock.instant();
    List<PublishedEvent> events = new ArrayList<>();
    Map<UUID, Long> othersBack = new HashMap<>();
    accounts
        .byPayment(locked, upTo(points, accounts.shares(locked)))
        .forEach(
            (payment, shares) -> {
              Entry restored =
                  locked.account(payment.payer()).restore(locked.occasion(payment), shares, now);
              PassedOn passedOn = accounts.passOn(locked, payment, restored, shares, now);
              events.add(PointsRedemptionReversedV1.of(passedOn.entry(), id));
              events.addAll(PointsDebtPaidV1.allOf(passedOn.payments()));
              if (locked.redeemedBy(payment) != null) {
                othersBack.put(payment.entryId(), restored.points());
              }
            });
    accounts.write(locked);
    if (!othersBack.isEmpty()) {
      draws.reverse(id, othersBack);
    }
    Redemption reversed = redemption.reversing(points);
    redemptions.update(reversed);
    @Nullable Taken taken = reversed.reward();
    if (taken != null && reversed.reversible() == 0) {
      rewards.giveBack(taken.id(), taken.pieces());
    }
    audit.record("redemption.reversed", "redemption", id, "", Map.of("points", points));
    return new Reversed(
        new RedemptionResult(reversed, locked.balance(now), outbox.append(events).getLast()));
  }

  private static List<HeldShare> upTo(long points, List<HeldShare> shares) {
    List<HeldShare> taken = new ArrayList<>();
    long left = points;
    for (HeldShare share : shares) {
      long part = Math.min(left, share.points());
      if (part > 0) {
        taken.add(share.of(part));
        left -= part;
      }
    }
    return taken;
  }
}
