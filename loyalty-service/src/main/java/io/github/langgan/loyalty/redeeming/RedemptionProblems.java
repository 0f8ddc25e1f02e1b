package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.loyalty.model.card.CardState;
import io.github.langgan.loyalty.model.reward.RewardState;
import io.github.langgan.loyalty.model.rule.Cap.CapPeriod;
import org.jspecify.annotations.Nullable;

/** Why points are not spent, not confirmed, or not given back. */
final class RedemptionProblems {

  private static final ProblemType INSUFFICIENT = ProblemType.of("insufficient-points");
  private static final ProblemType POOLS_NOT_ALLOWED = ProblemType.of("pools-not-allowed");
  private static final ProblemType CARD_NOT_ACTIVE = ProblemType.of("card-not-active");
  private static final ProblemType UNKNOWN_REWARD = ProblemType.of("unknown-reward");
  private static final ProblemType NOT_AVAILABLE = ProblemType.of("reward-not-available");
  private static final ProblemType OUT_OF_STOCK = ProblemType.of("out-of-stock");
  private static final ProblemType LIMIT = ProblemType.of("redemption-limit");
  private static final ProblemType OVER = ProblemType.of("reservation-over");
  private static final ProblemType OTHER_PERSON = ProblemType.of("other-person-confirms");

  private RedemptionProblems() {}

  static Problem insufficientPoints(long available) {
    return Problem.of(INSUFFICIENT, available + " points can be spent")
        .with("available", available);
  }

  static Problem poolsNotAllowed() {
    return Problem.of(POOLS_NOT_ALLOWED);
  }

  /**
   * @param state null: it is none of the membership's
   */
  static Problem cardNotActive(@Nullable CardState state) {
    return state == null
        ? Problem.of(CARD_NOT_ACTIVE)
        : Problem.of(CARD_NOT_ACTIVE, "The card is " + state).with("state", state);
  }

  static Problem unknownReward() {
    return Problem.of(UNKNOWN_REWARD)
        .withError("/rewardId", "unknown", "the program has no such reward");
  }

  static Problem notAvailable(RewardState state) {
    return Problem.of(NOT_AVAILABLE, "The reward is " + state).with("state", state);
  }

  /**
   * @param left null: it was ended in this moment
   */
  static Problem outOfStock(@Nullable Long left) {
    return left == null
        ? notAvailable(RewardState.ENDED)
        : Problem.of(OUT_OF_STOCK, left + " pieces are left").with("left", left);
  }

  /**
   * @param of what is limited
   * @param left of it in this period
   */
  static Problem limit(String of, long left, CapPeriod period) {
    return Problem.of(LIMIT, "The member may have " + left + " " + of + " more in this " + period)
        .with("limited", of)
        .with("left", left)
        .with("period", period);
  }

  static Problem reservationOver(RedemptionState state) {
    return Problem.of(OVER, "The redemption is " + state).with("state", state);
  }

  static Problem otherPersonConfirms() {
    return Problem.of(OTHER_PERSON);
  }
}
