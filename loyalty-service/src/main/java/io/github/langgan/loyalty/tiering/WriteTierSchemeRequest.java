package io.github.langgan.loyalty.tiering;

import io.github.langgan.chassis.json.Code;
import io.github.langgan.loyalty.model.tier.Basis;
import io.github.langgan.loyalty.model.tier.Downgrade;
import io.github.langgan.loyalty.model.tier.FreezeReason;
import io.github.langgan.loyalty.model.tier.TierPeriod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "WriteTierScheme",
    description = "How members rise and fall from then on; nothing is taken over.",
    examples =
        """
        {"basis":"SPEND","period":{"kind":"CALENDAR_YEAR"},"levels":[\
        {"code":"BASIC","name":"Basic","from":"0"},\
        {"code":"SILVER","name":"Silver","from":"5000000"},\
        {"code":"GOLD","name":"Gold","from":"20000000"}],"validity":{"periods":1},\
        "downgrade":{"graceDays":31,"steps":"ONE_STEP"}}""")
record WriteTierSchemeRequest(
    @Schema(
            description =
                "From when members have tiers by it; not before now. Absent: now. What was bought"
                    + " before counts too.")
        @Nullable Instant effectiveFrom,
    @NotNull
        @Schema(
            description =
                "POINTS that purchases earned and SPEND in the program's currency, both net of"
                    + " returns; or the BALANCE of points, pending ones too")
        Basis basis,
    @Valid @Schema(description = "Not for BALANCE, which has none") @Nullable PeriodRequest period,
    @Schema(
            description = "Whether points given to make good count too, for POINTS",
            defaultValue = "false")
        @Nullable Boolean compensations,
    @NotNull
        @Size(min = 2, max = 20)
        @Valid
        @Schema(description = "Ascending; the first one is everybody's, from 0")
        List<LevelRequest> levels,
    @NotNull @Valid ValidityRequest validity,
    @Valid @Schema(description = "Absent: at once, to what is earned")
        @Nullable DowngradeRequest downgrade,
    @Size(max = 2) @Schema(description = "During what no tier falls; absent: both")
        @Nullable List<@NotNull FreezeReason> freezes) {

  @Schema(
      name = "NewTierPeriod",
      description = "In which what counts counts together. Days begin where the program lives.")
  record PeriodRequest(
      @NotNull TierPeriod.Kind kind,
      @Positive @Max(3_650) @Schema(description = "ROLLING: how many, today included")
          @Nullable Integer days) {}

  @Schema(name = "NewTierLevel")
  record LevelRequest(
      @NotNull @Code @Pattern(regexp = "[A-Z][A-Z0-9_-]{0,39}") String code,
      @NotBlank @Size(max = 100) String name,
      @NotNull
          @Pattern(regexp = "[0-9]{1,14}(\\.[0-9]{1,4})?")
          @Schema(description = "Points, or money in the program's currency", examples = "5000000")
          String from) {}

  @Schema(
      name = "NewTierValidity",
      description =
          "How long a level stays that was reached: to the end of the period and so many periods"
              + " more, or so many whole days. One of both.")
  record ValidityRequest(
      @PositiveOrZero @Max(10) @Schema(description = "Years; not for ROLLING or BALANCE")
          @Nullable Integer periods,
      @Positive @Max(3_650) @Nullable Integer days) {}

  @Schema(name = "NewDowngrade")
  record DowngradeRequest(
      @PositiveOrZero
          @Max(366)
          @Schema(description = "From the end of validity to the fall", defaultValue = "0")
          @Nullable Integer graceDays,
      @Schema(
              description =
                  "ONE_STEP: to the level below, for one period at least. TO_QUALIFIED: to the level"
                      + " that is earned.",
              defaultValue = "TO_QUALIFIED")
          Downgrade.@Nullable Steps steps,
      @Schema(
              description = "When a tier falls that was only reached by what came back",
              defaultValue = "AT_ONCE")
          Downgrade.@Nullable Returns returns) {}
}
