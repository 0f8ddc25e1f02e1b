package io.github.langgan.loyalty.redeeming;

import io.github.langgan.loyalty.model.reward.RewardId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to spend points for. Points, a reward, or both.
 *
 * @param points null: all of the reward's price
 * @param reward null: something that is known elsewhere
 * @param fromPool others of the member's pools pay what it has too little of
 * @param holdFor null: redeem now
 * @param card that was presented; null: the member is known otherwise
 * @param pin null: none was given
 */
record RedeemOrder(
    @Nullable Long points,
    @Nullable RewardId reward,
    int pieces,
    boolean fromPool,
    @Nullable Duration holdFor,
    @Nullable String card,
    @Nullable String pin) {

  @Override
  public String toString() {
    return "RedeemOrder[points=" + points + ", reward=" + reward + "]";
  }
}
