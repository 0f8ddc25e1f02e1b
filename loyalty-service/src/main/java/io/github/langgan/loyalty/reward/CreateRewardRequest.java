package io.github.langgan.loyalty.reward;

import io.github.langgan.chassis.json.Code;
import io.github.langgan.loyalty.model.rule.Cap.CapPeriod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "CreateReward",
    examples =
        """
        {"programId":"019b0c29-a1b2-7c3d-9e4f-5a6b7c8d9e0f","name":"Tea pot","points":1200,\
        "money":{"amount":"24.00","currency":"GBP","leastPoints":400},"stock":50,\
        "limit":{"pieces":2,"period":"YEAR"},"validUntil":"2026-07-01T00:00:00Z"}""")
record CreateRewardRequest(
    @NotNull @Nullable UUID programId,
    @NotBlank @Size(max = 200) String name,
    @Size(max = 2_000) @Schema(description = "Shown to members") @Nullable String description,
    @NotNull
        @Positive
        @Max(1_000_000_000)
        @Schema(description = "That a piece costs, without money")
        @Nullable Long points,
    @Valid @Schema(description = "For members who pay a part with money; absent: points only")
        @Nullable MoneyRequest money,
    @PositiveOrZero
        @Max(MOST_STOCK)
        @Schema(description = "How many pieces there are; absent: as many as anybody wants")
        @Nullable Long stock,
    @Valid @Schema(description = "What one member may have; absent: as many as it can pay")
        @Nullable LimitRequest limit,
    @Schema(description = "Absent: now") @Nullable Instant validFrom,
    @Schema(description = "From then on it can't be had; absent: without end")
        @Nullable Instant validUntil) {

  static final long MOST_STOCK = 1_000_000_000;

  @Schema(name = "RewardMoney")
  record MoneyRequest(
      @NotNull
          @Code
          @Pattern(regexp = "[0-9]{1,12}(\\.[0-9]{1,4})?")
          @Schema(description = "That a piece costs, without points", examples = "24.00")
          @Nullable String amount,
      @NotNull
          @Code
          @Pattern(regexp = "[A-Z]{3}")
          @Schema(description = "ISO 4217: the program's", examples = "GBP")
          @Nullable String currency,
      @NotNull
          @Positive
          @Schema(description = "That have to be paid with points for each piece all the same")
          @Nullable Long leastPoints) {}

  @Schema(name = "RewardLimit")
  record LimitRequest(
      @NotNull @Positive @Max(1_000_000) @Nullable Integer pieces,
      @NotNull @Schema(description = "Of the calendar, where the program lives")
          @Nullable CapPeriod period) {}
}
