package io.github.langgan.loyalty.redeeming.policy;

import static java.util.Objects.requireNonNull;

import io.github.langgan.loyalty.model.rule.Cap.CapPeriod;
import io.github.langgan.loyalty.model.rule.PointsLimit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "RedemptionPolicy",
    description = "What redemptions of a program have to keep to.",
    examples =
        """
        {"limit":{"points":50000,"period":"MONTH"},"pinAbove":5000,"confirmationAbove":20000}""")
record RedemptionPolicyBody(
    @Valid @Schema(description = "What a member may spend; absent: all that it has")
        @Nullable LimitBody limit,
    @PositiveOrZero
        @Max(MOST)
        @Schema(description = "More points than these take the member's PIN; absent: none do")
        @Nullable Long pinAbove,
    @PositiveOrZero
        @Max(MOST)
        @Schema(
            description =
                "More points than these are reserved until another person than who began it"
                    + " confirms; absent: none are")
        @Nullable Long confirmationAbove) {

  static final long MOST = 1_000_000_000_000L;

  @Schema(name = "PointsLimit")
  record LimitBody(
      @NotNull @Positive @Max(MOST) @Nullable Long points,
      @NotNull @Schema(description = "Of the calendar, where the program lives")
          @Nullable CapPeriod period) {}

  static RedemptionPolicyBody from(RedemptionPolicy policy) {
    return new RedemptionPolicyBody(
        policy.limit() == null
            ? null
            : new LimitBody(policy.limit().points(), policy.limit().period()),
        policy.pinAbove(),
        policy.confirmationAbove());
  }

  RedemptionPolicy policy(long version) {
    return new RedemptionPolicy(
        limit == null
            ? null
            : new PointsLimit(requireNonNull(limit.points()), requireNonNull(limit.period())),
        pinAbove,
        confirmationAbove,
        version);
  }
}
