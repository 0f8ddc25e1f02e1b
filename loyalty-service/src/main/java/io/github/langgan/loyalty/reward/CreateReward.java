package io.github.langgan.loyalty.reward;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.reward.Limit;
import io.github.langgan.loyalty.model.reward.MoneyPrice;
import io.github.langgan.loyalty.model.reward.Reward;
import io.github.langgan.loyalty.model.reward.RewardId;
import io.github.langgan.loyalty.model.reward.Rewards;
import io.github.langgan.loyalty.reward.CreateRewardRequest.LimitRequest;
import io.github.langgan.loyalty.reward.CreateRewardRequest.MoneyRequest;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts a reward into a program's catalogue. */
@Singleton
class CreateReward {

  private final Rewards rewards;
  private final Audit audit;
  private final Clock clock;

  CreateReward(Rewards rewards, Audit audit, Clock clock) {
    this.rewards = rewards;
    this.audit = audit;
    this.clock = clock;
  }

  /** Throws a {@link Problem} for values that no reward of the program can have. */
  @Transactional
  Reward create(Program program, CreateRewardRequest request) {
    Instant now = clock.instant();
    Instant from = Objects.requireNonNullElse(request.validFrom(), now);
    if (request.validUntil() != null && !request.validUntil().isAfter(from)) {
      throw Problem.invalid("/validUntil", "order", "must be after validFrom");
    }
    Reward reward =
        new Reward(
            RewardId.next(),
            program.id(),
            request.name(),
            request.description(),
            requireNonNull(request.points()),
            money(request.money(), request.points(), program.currency()),
            request.stock(),
            0,
            limit(request.limit()),
            from,
            request.validUntil(),
            null,
            now,
            1);
    rewards.add(reward);
    audit.record(
        "reward.created",
        "reward",
        reward.id(),
        "",
        Map.of("program", program.id().toString(), "points", reward.points()));
    return reward;
  }

  private static @Nullable Limit limit(@Nullable LimitRequest request) {
    return request == null
        ? null
        : new Limit(requireNonNull(request.pieces()), requireNonNull(request.period()));
  }

  private static @Nullable MoneyPrice money(
      @Nullable MoneyRequest request, long points, String currency) {
    if (request == null) {
      return null;
    }
    if (!currency.equals(request.currency())) {
      throw Problem.invalid("/money/currency", "currency", "must be the program's, " + currency);
    }
    BigDecimal amount = new BigDecimal(requireNonNull(request.amount())).stripTrailingZeros();
    if (amount.signum() == 0) {
      throw Problem.invalid("/money/amount", "positive", "must be more than nothing");
    }
    if (amount.scale() > Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits())) {
      throw Problem.invalid("/money/amount", "decimals", "has more decimals than " + currency);
    }
    if (requireNonNull(request.leastPoints()) > points) {
      throw Problem.invalid("/money/leastPoints", "most", "is more than a piece costs");
    }
    return new MoneyPrice(amount, request.leastPoints());
  }
}
