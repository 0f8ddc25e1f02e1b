package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.security.Caller;
import io.github.langgan.loyalty.contract.PointsRedeemedV1;
import io.github.langgan.loyalty.contract.PointsReservedV1;
import io.github.langgan.loyalty.contract.RewardV1;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.RedemptionId;
import io.github.langgan.loyalty.model.ledger.Entry;
import io.github.langgan.loyalty.model.pin.CheckPin;
import io.github.langgan.loyalty.model.pool.Draws;
import io.github.langgan.loyalty.model.reward.Rewards;
import io.github.langgan.loyalty.model.reward.Taken;
import io.github.langgan.loyalty.redeeming.PayRedemption.Paid;
import io.github.langgan.loyalty.redeeming.PayRedemption.Payers;
import io.github.langgan.loyalty.redeeming.Redemption.Hold;
import io.github.langgan.loyalty.redeeming.policy.RedemptionPolicies;
import io.github.langgan.loyalty.redeeming.policy.RedemptionPolicy;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Spends a member's points, or sets them aside; those that expire soonest first. Then those of
 * others in its pools, if it wants to.
 */
@Singleton
class RedeemPoints {

  /** For another person to confirm, where the caller doesn't say. */
  private static final Duration USUAL_HOLD = Duration.ofDays(1);

  private final Aliases aliases;
  private final Memberships memberships;
  private final PresentedCards presentedCards;
  private final Billing billing;
  private final RedemptionPolicies policies;
  private final CheckPin checkPin;
  private final Safeguards safeguards;
  private final PayRedemption payRedemption;
  private final Draws draws;
  private final Rewards rewards;
  private final Redemptions redemptions;
  private final Outbox outbox;
  private final Audit audit;
  private final Caller caller;
  private final Clock clock;

  RedeemPoints(
      Aliases aliases,
      Memberships memberships,
      PresentedCards presentedCards,
      Billing billing,
      RedemptionPolicies policies,
      CheckPin checkPin,
      Safeguards safeguards,
      PayRedemption payRedemption,
      Draws draws,
      Rewards rewards,
      Redemptions redemptions,
      Outbox outbox,
      Audit audit,
      Caller caller,
      Clock clock) {
    this.aliases = aliases;
    this.memberships = memberships;
    this.presentedCards = presentedCards;
    this.billing = billing;
    this.policies = policies;
    this.checkPin = checkPin;
    this.safeguards = safeguards;
    this.payRedemption = payRedemption;
    this.draws = draws;
    this.rewards = rewards;
    this.redemptions = redemptions;
    this.outbox = outbox;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Throws a {@link Problem} when the order can't be met; then nothing has changed but the count of
   * wrong PINs.
   *
   * @param named the membership that the caller named: the redemption counts for the record that it
   *     came for, also when another membership holds its points
   */
  @Transactional
  public RedemptionResult redeem(Membership named, RedeemOrder order) {
    aliases.resolve(named.cameFor().value());
    Membership holder = memberships.holding(named.id());
    Instant now = clock.instant();
    Map<String, Object> details = new HashMap<>();
    if (order.card() != null) {
      var card = presentedCards.active(holder.id(), order.card(), now);
      details.put("card", card.id().toString());
    }
    Bill bill = billing.bill(holder.program(), order, now);
    RedemptionPolicy policy = policies.of(holder.program());
    checkPin.check(holder.id(), policy.takesPin(bill.points()), order.pin());
    Payers payers = payRedemption.lock(holder, order.fromPool());
    safeguards.checkLimits(holder, policy, bill, now);
    CostShares shares = payRedemption.shares(payers, bill.points(), now);
    take(bill.taken());
    @Nullable Hold hold = hold(order, policy.takesConfirmation(bill.points()), now);
    RedemptionId id = RedemptionId.next();
    Paid paid = payRedemption.pay(payers, shares, id, named.cameFor(), hold != null, now);
    Redemption redemption =
        new Redemption(
            id,
            named.id(),
            named.cameFor(),
            paid.own().id(),
            bill.points(),
            0,
            hold == null ? RedemptionState.REDEEMED : RedemptionState.RESERVED,
            now,
            hold,
            bill.taken(),
            hold == null ? now : null,
            !paid.draws().isEmpty(),
            1);
    redemptions.add(redemption);
    if (redemption.pooled()) {
      draws.add(id, paid.draws());
      details.put("othersPoints", bill.points() - shares.own());
    }
    details.put("points", bill.points());
    audit.record(
        hold == null ? "points.redeemed" : "points.reserved", "redemption", id, "", details);
    List<PublishedEvent> events = events(paid, named.id(), bill, hold);
    return new RedemptionResult(redemption, payers.balance(now), outbox.append(events).getLast());
  }

  /** Who paid nothing tells nothing. */
  private static List<PublishedEvent> events(
      Paid paid, MembershipId redeemedBy, Bill bill, @Nullable Hold hold) {
    List<PublishedEvent> events = new ArrayList<>();
    paid.others().forEach(entry -> events.add(event(entry, redeemedBy, bill, hold)));
    if (paid.own().points() != 0) {
      events.add(event(paid.own(), null, bill, hold));
    }
    return events;
  }

  private static PublishedEvent event(
      Entry entry, @Nullable MembershipId redeemedBy, Bill bill, @Nullable Hold hold) {
    @Nullable RewardV1 reward = RewardV1.of(bill.taken());
    return hold == null
        ? PointsRedeemedV1.of(entry, redeemedBy, reward)
        : PointsReservedV1.of(entry, redeemedBy, reward, hold.until());
  }

  /** Last of all locks: it is everybody's. */
  private void take(@Nullable Taken taken) {
    if (taken != null && !rewards.take(taken.id(), taken.pieces())) {
      throw RedemptionProblems.outOfStock(rewards.find(taken.id()).orElseThrow().left());
    }
  }

  private @Nullable Hold hold(RedeemOrder order, boolean otherConfirms, Instant now) {
    @Nullable Duration asked = order.holdFor();
    if (asked == null && !otherConfirms) {
      return null;
    }
    return new Hold(
        now.plus(asked == null ? USUAL_HOLD : asked), otherConfirms ? caller.subject() : null);
  }
}
