package io.github.langgan.loyalty.redeeming;

import static java.util.Objects.requireNonNullElse;

import io.github.langgan.chassis.json.Code;
import io.github.langgan.loyalty.model.reward.RewardId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Redeem", examples = "{\"points\":500}")
record RedeemRequest(
    @Positive
        @Max(MOST)
        @Schema(
            description =
                "How many points to spend. With a reward: what is paid with points, the rest being"
                    + " paid with money; absent then: all of its price")
        @Nullable Long points,
    @Schema(
            description =
                "A reward of the program's catalogue; absent: the points are for"
                    + " something that is known elsewhere")
        @Nullable UUID rewardId,
    @Positive @Max(10_000) @Schema(description = "How many of the reward", defaultValue = "1")
        @Nullable Integer pieces,
    @Schema(
            description =
                "Let others of the member's pools pay what it has too few points for, within what"
                    + " they let it",
            defaultValue = "false")
        @Nullable Boolean fromPool,
    @Min(10)
        @Max(604_800)
        @Schema(
            description =
                "Set the points and the pieces aside for so long, to confirm or cancel; absent:"
                    + " redeem now")
        @Nullable Integer holdForSeconds,
    @Code
        @Pattern(regexp = "[0-9]{16}")
        @Schema(
            description =
                "The number of the card that was presented, which must be an active one of the"
                    + " membership; absent: the member is known otherwise")
        @Nullable String card) {

  static final long MOST = 1_000_000_000_000L;

  /**
   * @param pin as a header, so that no stored fingerprint of the body can be searched for it
   */
  RedeemOrder order(@Nullable String pin) {
    return new RedeemOrder(
        points,
        rewardId == null ? null : new RewardId(rewardId),
        requireNonNullElse(pieces, 1),
        requireNonNullElse(fromPool, false),
        holdForSeconds == null ? null : Duration.ofSeconds(holdForSeconds),
        card,
        pin);
  }
}
