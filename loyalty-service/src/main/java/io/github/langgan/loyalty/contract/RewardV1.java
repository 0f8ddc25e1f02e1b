package io.github.langgan.loyalty.contract;

import io.github.langgan.chassis.money.Money;
import io.github.langgan.loyalty.model.reward.Taken;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What points were spent for. */
public record RewardV1(UUID rewardId, int pieces, @Nullable Money money) {

  public static @Nullable RewardV1 of(@Nullable Taken taken) {
    return taken == null ? null : new RewardV1(taken.id().value(), taken.pieces(), taken.money());
  }
}
