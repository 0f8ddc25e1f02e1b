package io.github.langgan.loyalty.tiering;

import io.github.langgan.loyalty.model.tier.Basis;
import io.github.langgan.loyalty.model.tier.Downgrade;
import io.github.langgan.loyalty.model.tier.FreezeReason;
import io.github.langgan.loyalty.model.tier.Level;
import io.github.langgan.loyalty.model.tier.TierPeriod;
import io.github.langgan.loyalty.model.tier.TierScheme;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "TierScheme",
    description = "One version of how members rise and fall.",
    examples =
        """
        {"version":1,"effectiveFrom":"2026-01-31T17:00:00Z","basis":"SPEND",\
        "period":{"kind":"CALENDAR_YEAR"},"compensations":false,"levels":[\
        {"code":"BASIC","name":"Basic","from":"0"},\
        {"code":"SILVER","name":"Silver","from":"5000000"},\
        {"code":"GOLD","name":"Gold","from":"20000000"}],"validity":{"periods":1},\
        "downgrade":{"graceDays":31,"steps":"ONE_STEP","returns":"AT_ONCE"},\
        "freezes":["COMPLAINT","RETURN_PENDING"]}""")
record TierSchemeView(
    @Schema(required = true, minimum = "1") int version,
    @Schema(required = true) Instant effectiveFrom,
    @Schema(required = true) Basis basis,
    @Schema(description = "Absent for BALANCE") @Nullable PeriodView period,
    @Schema(required = true) boolean compensations,
    @Schema(required = true) List<LevelView> levels,
    @Schema(required = true) ValidityView validity,
    @Schema(required = true) DowngradeView downgrade,
    @Schema(required = true) List<FreezeReason> freezes) {

  @Schema(name = "TierPeriod")
  record PeriodView(@Schema(required = true) TierPeriod.Kind kind, @Nullable Integer days) {}

  @Schema(name = "TierLevel")
  record LevelView(
      @Schema(required = true) String code,
      @Schema(required = true) String name,
      @Schema(required = true) String from) {

    static LevelView from(Level level) {
      return new LevelView(level.code(), level.name(), level.from().toPlainString());
    }
  }

  @Schema(name = "TierValidity")
  record ValidityView(@Nullable Integer periods, @Nullable Integer days) {}

  @Schema(name = "Downgrade")
  record DowngradeView(
      @Schema(required = true) int graceDays,
      @Schema(required = true) Downgrade.Steps steps,
      @Schema(required = true) Downgrade.Returns returns) {}

  static TierSchemeView from(TierScheme scheme) {
    @Nullable TierPeriod period = scheme.period();
    return new TierSchemeView(
        scheme.version(),
        scheme.effectiveFrom(),
        scheme.basis(),
        period == null ? null : new PeriodView(period.kind(), period.days()),
        scheme.compensations(),
        scheme.levels().stream().map(LevelView::from).toList(),
        new ValidityView(scheme.validity().periods(), scheme.validity().days()),
        new DowngradeView(
            scheme.downgrade().graceDays(),
            scheme.downgrade().steps(),
            scheme.downgrade().returns()),
        scheme.freezes().stream().sorted().toList());
  }
}
