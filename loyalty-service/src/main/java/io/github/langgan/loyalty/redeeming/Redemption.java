package io.github.langgan.loyalty.redeeming;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.RedemptionId;
import io.github.langgan.loyalty.model.reward.Taken;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points that a member spends.
 *
 * @param membership that was named: whose points are spent when others hold them is told by the
 *     entry
 * @param customer the record that the named membership came for
 * @param entryId by which the points left the balance first
 * @param reversed how many of them were given back
 * @param hold null: it was never reserved
 * @param reward null: points only, whatever they are for
 * @param redeemedAt null: not yet, or never
 * @param pooled others of the member's pool pay some of it
 */
record Redemption(
    RedemptionId id,
    MembershipId membership,
    CustomerId customer,
    UUID entryId,
    long points,
    long reversed,
    RedemptionState state,
    Instant begunAt,
    @Nullable Hold hold,
    @Nullable Taken reward,
    @Nullable Instant redeemedAt,
    boolean pooled,
    long version) {

  /**
   * @param until when it is over, unless confirmed
   * @param begunBy who began it, where another person has to confirm; null: anybody may
   */
  record Hold(Instant until, @Nullable String begunBy) {}

  /** By the clock: a reservation whose time is over is one no more, cleared up or not. */
  RedemptionState stateAt(Instant at) {
    return state == RedemptionState.RESERVED && hold != null && !at.isBefore(hold.until())
        ? RedemptionState.TIMED_OUT
        : state;
  }

  boolean mayNotBeConfirmedBy(String subject) {
    return hold != null && subject.equals(hold.begunBy());
  }

  /** What is still spent. */
  long reversible() {
    return state == RedemptionState.REDEEMED ? points - reversed : 0;
  }

  Redemption reversing(long more) {
    return changed(state, reversed + more, redeemedAt);
  }

  Redemption redeemed(Instant at) {
    return changed(RedemptionState.REDEEMED, reversed, at);
  }

  Redemption released(RedemptionState end) {
    return changed(end, reversed, null);
  }

  private Redemption changed(RedemptionState state, long reversed, @Nullable Instant redeemedAt) {
    return new Redemption(
        id,
        membership,
        customer,
        entryId,
        points,
        reversed,
        state,
        begunAt,
        hold,
        reward,
        redeemedAt,
        pooled,
        version + 1);
  }
}
