package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.model.reward.Price;
import io.github.langgan.loyalty.model.reward.Reward;
import io.github.langgan.loyalty.model.reward.RewardId;
import io.github.langgan.loyalty.model.reward.RewardState;
import io.github.langgan.loyalty.model.reward.Rewards;
import io.github.langgan.loyalty.model.reward.Taken;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what an order costs. */
@Singleton
class Billing {

  private final Programs programs;
  private final Rewards rewards;

  Billing(Programs programs, Rewards rewards) {
    this.programs = programs;
    this.rewards = rewards;
  }

  /** Throws a {@link Problem} when that can't be had, or not for this. */
  Bill bill(ProgramId id, RedeemOrder order, Instant now) {
    @Nullable RewardId rewardId = order.reward();
    if (rewardId != null) {
      return bill(programs.withIds(List.of(id)).get(id), rewardId, order, now);
    }
    if (order.points() == null) {
      throw Problem.invalid("/points", "not-null", "must be stated, or a reward");
    }
    return new Bill(order.points(), null, null);
  }

  private Bill bill(Program program, RewardId id, RedeemOrder order, Instant now) {
    Reward reward =
        rewards
            .find(id)
            .filter(one -> one.program().equals(program.id()))
            .orElseThrow(RedemptionProblems::unknownReward);
    if (reward.stateAt(now) != RewardState.ACTIVE) {
      throw RedemptionProblems.notAvailable(reward.stateAt(now));
    }
    Price price =
        reward
            .price(order.pieces(), order.points(), program.currency())
            .orElseThrow(() -> notThePrice(reward, order.pieces()));
    return new Bill(price.points(), new Taken(id, order.pieces(), price.money()), reward.limit());
  }

  private static Problem notThePrice(Reward reward, int pieces) {
    long most = reward.points() * pieces;
    long least = reward.leastPoints(pieces);
    return Problem.invalid(
        "/points",
        "price",
        least == most ? "must be the price, " + most : "must be from " + least + " to " + most);
  }
}
