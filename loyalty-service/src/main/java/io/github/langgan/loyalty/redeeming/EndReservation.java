package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.event.Position;
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
import io.github.langgan.loyalty.model.ledger.Ledger;
import io.github.langgan.loyalty.model.ledger.Share;
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
  private final Ledger ledger;
  private final Redemptions redemptions;
  private final Rewards rewards;
  private final Outbox outbox;
  private final Audit audit;
  private final Caller caller;
  private final Clock clock;

  EndReservation(
      RedemptionAccounts accounts,
      Ledger ledger,
      Redemptions redemptions,
      Rewards rewards,
      Outbox outbox,
      Audit audit,
      Caller caller,
      Clock clock) {
    this.accounts = accounts;
    this.ledger = ledger;
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
    List<Share> shares = accounts.shares(locked);
    Entry entry = locked.payerAccount().redeemReserved(locked.occasion(), shares, now);
    ledger.write(locked.accounts().values());
    Redemption confirmed = redemption.redeemed(now);
    redemptions.update(confirmed);
    audit.record("points.redeemed", "redemption", id, "", Map.of("points", confirmed.points()));
    Position position = outbox.append(PointsRedeemedV1.of(entry, RewardV1.of(confirmed.reward())));
    return new RedemptionResult(confirmed, locked.balance(now), position);
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
    List<Share> shares = accounts.shares(locked);
    Entry released = locked.payerAccount().release(locked.occasion(), shares, now);
    PassedOn passedOn = accounts.passOn(locked, released, shares, now);
    Redemption over = locked.redemption().released(end);
    redemptions.update(over);
    @Nullable Taken taken = over.reward();
    if (taken != null) {
      rewards.giveBack(taken.id(), taken.pieces());
    }
    audit.record("points.released", "redemption", id, "", Map.of("reason", reason.name()));
    List<PublishedEvent> events = new ArrayList<>();
    events.add(PointsReleasedV1.of(passedOn.entry(), id, reason));
    events.addAll(PointsDebtPaidV1.allOf(passedOn.payments()));
    return new RedemptionResult(over, locked.balance(now), outbox.append(events).getLast());
  }
}
