package io.github.langgan.loyalty.reward;

import io.github.langgan.chassis.money.Decimals;
import io.github.langgan.loyalty.model.reward.Limit;
import io.github.langgan.loyalty.model.reward.MoneyPrice;
import io.github.langgan.loyalty.model.reward.Reward;
import io.github.langgan.loyalty.model.reward.RewardState;
import io.github.langgan.loyalty.model.rule.Cap.CapPeriod;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "Reward",
    description = "Something that members may have for points.",
    examples =
        """
        {"rewardId":"019b0c31-7a8b-7c9d-8e0f-1a2b3c4d5e6f",\
        "programId":"019b0c29-a1b2-7c3d-9e4f-5a6b7c8d9e0f","name":"Tea pot","points":1200,\
        "money":{"amount":"24.00","currency":"GBP","leastPoints":400},"stock":50,"taken":12,\
        "left":38,"limit":{"pieces":2,"period":"YEAR"},"validFrom":"2026-01-05T03:00:00Z",\
        "validUntil":"2026-07-01T00:00:00Z","state":"ACTIVE","createdAt":"2026-01-05T03:00:00Z"}""")
record RewardView(
    @Schema(required = true) UUID rewardId,
    @Schema(required = true) UUID programId,
    @Schema(required = true) String name,
    @Nullable String description,
    @Schema(required = true, minimum = "1", description = "That a piece costs") long points,
    @Schema(description = "For members who pay a part with money") @Nullable MoneyView money,
    @Schema(description = "Pieces there are in all; absent: as many as anybody wants")
        @Nullable Long stock,
    @Schema(required = true, minimum = "0", description = "Pieces reserved or redeemed") long taken,
    @Schema(description = "Pieces that nobody has taken yet") @Nullable Long left,
    @Schema(description = "What one member may have") @Nullable LimitView limit,
    @Schema(required = true) Instant validFrom,
    @Nullable Instant validUntil,
    @Schema(required = true) RewardState state,
    @Schema(required = true) Instant createdAt) {

  @Schema(name = "MoneyPrice")
  record MoneyView(
      @Schema(required = true, description = "That a piece costs without points") String amount,
      @Schema(required = true, description = "ISO 4217") String currency,
      @Schema(required = true, minimum = "1", description = "That have to be paid all the same")
          long leastPoints) {

    static MoneyView from(MoneyPrice price, String currency) {
      return new MoneyView(
          Decimals.format(price.amount(), currency), currency, price.leastPoints());
    }
  }

  @Schema(name = "PieceLimit")
  record LimitView(
      @Schema(required = true, minimum = "1") int pieces,
      @Schema(required = true) CapPeriod period) {

    static LimitView from(Limit limit) {
      return new LimitView(limit.pieces(), limit.period());
    }
  }

  /**
   * @param currency of its program
   */
  static RewardView from(Reward reward, String currency, Instant now) {
    return new RewardView(
        reward.id().value(),
        reward.program().value(),
        reward.name(),
        reward.description(),
        reward.points(),
        reward.money() == null ? null : MoneyView.from(reward.money(), currency),
        reward.stock(),
        reward.taken(),
        reward.left(),
        reward.limit() == null ? null : LimitView.from(reward.limit()),
        reward.validFrom(),
        reward.validUntil(),
        reward.stateAt(now),
        reward.createdAt());
  }
}
