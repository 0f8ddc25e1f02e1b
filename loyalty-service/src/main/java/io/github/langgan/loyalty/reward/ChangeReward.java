package io.github.langgan.loyalty.reward;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.loyalty.model.reward.Reward;
import io.github.langgan.loyalty.model.reward.RewardId;
import io.github.langgan.loyalty.model.reward.RewardState;
import io.github.langgan.loyalty.model.reward.Rewards;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be changed of a reward: how many there are, and that it can be had at all. */
@Singleton
class ChangeReward {

  private final Rewards rewards;
  private final Audit audit;
  private final Clock clock;

  ChangeReward(Rewards rewards, Audit audit, Clock clock) {
    this.rewards = rewards;
    this.audit = audit;
    this.clock = clock;
  }

  sealed interface Restocking {

    record Restocked(Reward reward) implements Restocking {}

    /**
     * @param left that nobody has taken yet; null: its stock isn't counted
     */
    record TooFew(@Nullable Long left) implements Restocking {}
  }

  /** Empty when there is none. */
  @Transactional
  Optional<Restocking> restock(RewardId id, long by) {
    return rewards.lock(id).map(reward -> restock(reward, by));
  }

  private Restocking restock(Reward reward, long by) {
    @Nullable Long left = reward.left();
    if (left == null || left + by < 0 || reward.stock() + by > CreateRewardRequest.MOST_STOCK) {
      return new Restocking.TooFew(left);
    }
    rewards.changeStock(reward.id(), by);
    audit.record("reward.restocked", "reward", reward.id(), "", Map.of("by", by));
    return new Restocking.Restocked(rewards.find(reward.id()).orElseThrow());
  }

  /** For good; one that has ended stays as it is. */
  @Transactional
  Optional<Reward> end(RewardId id) {
    Instant now = clock.instant();
    return rewards
        .lock(id)
        .map(
            reward -> {
              if (reward.stateAt(now) == RewardState.ENDED) {
                return reward;
              }
              rewards.end(id, now);
              audit.record("reward.ended", "reward", id, "", Map.of());
              return rewards.find(id).orElseThrow();
            });
  }
}
