package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.security.Caller;
import io.github.langgan.loyalty.contract.PointsDebtPaidV1;
import io.github.langgan.loyalty.contract.PointsRedeemedV1;
import io.github.langgan.loyalty.contract.PointsReleasedV1;
import io.github.langgan.loyalty.contract.PointsReleasedV1.Reason;
import io.github.langgan.loyalty.contract.RewardV1;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.RedemptionId;
import io.github.langgan.loyalty.model.ledger.Entry;
import io.github.langgan.loyalty.model.reward.Rewards;
import io.github.langgan.loyalty.model.reward.Taken;
import io.github.langgan.loyalty.redeeming.RedemptionAccounts.PassedOn;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reservation is confirmed, cancelled, or over by its time: one of them, whatever comes first.
 * Each again changes nothing.
 */
@Singleton
class EndReservation {

  private final RedemptionAccounts accounts;
  private final Redemptions redemptions;
  private final Rewards rewards;
  private final Outbox outbox;
  private final Audit audit;
  private final Caller caller;
  private final Clock clock;

  EndReservation(
      RedemptionAccounts accounts,
      Redemptions redemptions,
      Rewards rewards,
      Outbox outbox,
      Audit audit,
      Caller caller,
      Clock clock) {
    this.accounts = accounts;
    this.redemptions = redemptions;
    this.rewards = rewards;
    this.outbox = outbox;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Spends the very points that were set aside, also when they would have expired meanwhile. Throws
   * a {@link Problem} when it is over, or another person has to do it.
   *
   * @param named the membership that the redemption names
   */
  @Transactional
  public RedemptionResult confirm(Membership named, RedemptionId id) {
    LockedRedemption locked = accounts.lock(named, id);
    Redemption redemption = locked.redemption();
    Instant now = clock.instant();
    if (redemption.state() == RedemptionState.REDEEMED) {
      return new RedemptionResult(redemption, locked.balance(now), null);
    }
    if (redemption.stateAt(now) != RedemptionState.RESERVED) {
      throw RedemptionProblems.reservationOver(redemption.stateAt(now));
    }
    if (redemption.mayNotBeConfirmedBy(caller.subject())) {
      throw RedemptionProblems.otherPersonConfirms();
    }
    List<PublishedEvent> events = new ArrayList<>();
    accounts
        .byPayment(locked, accounts.shares(locked))
        .forEach(
            (payment, shares) -> {
              Entry entry =
                  locked
                      .account(payment.payer())
                      .redeemReserved(locked.occasion(payment), shares, now);
              events.add(
                  PointsRedeemedV1.of(
                      entry, locked.redeemedBy(payment), RewardV1.of(redemption.reward())));
            });
    accounts.write(locked);
    Redemption confirmed = redemption.redeemed(now);
    redemptions.update(confirmed);
    audit.record("points.redeemed", "redemption", id, "", Map.of("points", confirmed.points()));
    return new RedemptionResult(confirmed, locked.balance(now), outbox.append(events).getLast());
  }

  /** Throws a {@link Problem} when the points are spent. */
  @Transactional
  public RedemptionResult cancel(Membership named, RedemptionId id) {
    LockedRedemption locked = accounts.lock(named, id);
    Redemption redemption = locked.redemption();
    Instant now = clock.instant();
    return switch (redemption.state()) {
      case RESERVED -> release(locked, RedemptionState.CANCELLED, Reason.CANCELLED, now);
      case REDEEMED -> throw RedemptionProblems.reservationOver(redemption.state());
      case CANCELLED, TIMED_OUT -> new RedemptionResult(redemption, locked.balance(now), null);
    };
  }

  /** Unless somebody confirmed or cancelled it meanwhile. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void timeOut(Membership named, RedemptionId id) {
    LockedRedemption locked = accounts.lock(named, id);
    Instant now = clock.instant();
    if (locked.redemption().state() == RedemptionState.RESERVED
        && locked.redemption().stateAt(now) == RedemptionState.TIMED_OUT) {
      release(locked, RedemptionState.TIMED_OUT, Reason.TIMED_OUT, now);
    }
  }

  private RedemptionResult release(
      LockedRedemption locked, RedemptionState end, Reason reason, Instant now) {
    RedemptionId id = locked.redemption().id();
    List<PublishedEvent> events = new ArrayList<>();
    accounts
        .byPayment(locked, accounts.shares(locked))
        .forEach(
            (payment, shares) -> {
              Entry released =
                  locked.account(payment.payer()).release(locked.occasion(payment), shares, now);
              PassedOn passedOn = accounts.passOn(locked, payment, released, shares, now);
              events.add(PointsReleasedV1.of(passedOn.entry(), id, reason));
              events.addAll(PointsDebtPaidV1.allOf(passedOn.payments()));
            });
    accounts.write(locked);
    Redemption over = locked.redemption().released(end);
    redemptions.update(over);
    @Nullable Taken taken = over.reward();
    if (taken != null) {
      rewards.giveBack(taken.id(), taken.pieces());
    }
    audit.record("points.released", "redemption", id, "", Map.of("reason", reason.name()));
    return new RedemptionResult(over, locked.balance(now), outbox.append(events).getLast());
  }
}
