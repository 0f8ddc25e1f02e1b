package io.github.langgan.loyalty.program;

import io.github.langgan.loyalty.model.EarnsFrom;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.Rounding;
import io.github.langgan.loyalty.model.Validity;
import io.github.langgan.loyalty.model.rule.EarningRule;
import io.github.langgan.loyalty.model.rule.EarningRule.Per;
import java.time.Instant;
import java.time.Period;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "Program",
    examples =
        """
        {"programId":"019b0c29-a1b2-7c3d-9e4f-5a6b7c8d9e0f","name":"Langgan Club","currency":"IDR",\
        "timeZone":"Asia/Jakarta","validity":{"months":24},"rounding":"DOWN","earnsFrom":"ALWAYS",\
        "cardPrefix":"700000","earningRule":{"version":1,"per":"TRANSACTION",\
        "expression":"transaction.total / 1000.0"},"createdAt":"2026-01-02T01:00:00Z","version":1}""")
record ProgramView(
    @Schema(required = true) UUID programId,
    @Schema(required = true) String name,
    @Schema(required = true, description = "ISO 4217") String currency,
    @Schema(required = true, description = "IANA name") String timeZone,
    @Schema(description = "How long points live; absent: for ever") @Nullable ValidityView validity,
    @Schema(required = true) Rounding rounding,
    @Schema(required = true) EarnsFrom earnsFrom,
    @Schema(required = true, pattern = "^[0-9]{6}$", description = "Of its card numbers")
        String cardPrefix,
    @Schema(required = true) RuleView earningRule,
    @Schema(required = true) Instant createdAt,
    @Schema(required = true, minimum = "1") long version) {

  @Schema(name = "Validity")
  record ValidityView(@Nullable Integer months, @Nullable Integer days) {

    static @Nullable ValidityView from(@Nullable Validity validity) {
      if (validity == null) {
        return null;
      }
      Period period = validity.period();
      return period.getMonths() > 0
          ? new ValidityView(period.getMonths(), null)
          : new ValidityView(null, period.getDays());
    }
  }

  @Schema(name = "EarningRule")
  record RuleView(
      @Schema(required = true, minimum = "1") int version,
      @Schema(required = true) Per per,
      @Schema(required = true, description = "CEL") String expression) {

    static RuleView from(EarningRule rule) {
      return new RuleView(rule.version(), rule.per(), rule.expression());
    }
  }

  static ProgramView from(Program program) {
    return new ProgramView(
        program.id().value(),
        program.name(),
        program.currency(),
        program.zone().getId(),
        ValidityView.from(program.validity()),
        program.rounding(),
        program.earnsFrom(),
        program.cardPrefix(),
        RuleView.from(program.rule()),
        program.createdAt(),
        program.version());
  }
}
