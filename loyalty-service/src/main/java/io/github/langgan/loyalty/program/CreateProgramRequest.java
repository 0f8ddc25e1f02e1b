package io.github.langgan.loyalty.program;

import io.github.langgan.chassis.json.Code;
import io.github.langgan.loyalty.model.EarnsFrom;
import io.github.langgan.loyalty.model.Rounding;
import io.github.langgan.loyalty.model.rule.EarningRule.Per;
import io.github.langgan.loyalty.model.rule.RuleCompiler;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "CreateProgram",
    examples =
        """
        {"name":"Langgan Club","currency":"IDR","timeZone":"Asia/Jakarta",\
        "validity":{"months":24},"rounding":"DOWN","earnsFrom":"ALWAYS",\
        "earningRule":{"expression":"transaction.total / 1000.0"}}""")
record CreateProgramRequest(
    @NotBlank @Size(max = 200) String name,
    @NotNull
        @Code
        @Pattern(regexp = "[A-Z]{3}")
        @Schema(description = "ISO 4217; purchases in other currencies earn nothing")
        String currency,
    @Code
        @Size(max = 60)
        @Schema(
            description = "Where the program's days begin and end, by its IANA name",
            defaultValue = "UTC")
        @Nullable String timeZone,
    @Valid @Schema(description = "How long points live; absent: for ever")
        @Nullable ValidityRequest validity,
    @Schema(
            description = "From the exact worth of a whole purchase to points",
            defaultValue = "DOWN")
        @Nullable Rounding rounding,
    @Schema(
            description =
                "ALWAYS: every purchase of a member, also from before the membership, whether it is"
                    + " reported later or was known already. ENROLMENT: those made since.",
            defaultValue = "ALWAYS")
        @Nullable EarnsFrom earnsFrom,
    @Code
        @Pattern(regexp = "[0-9]{6}")
        @Schema(description = "The first digits of its card numbers; absent: we choose some")
        @Nullable String cardPrefix,
    @NotNull @Valid EarningRuleRequest earningRule) {

  @Schema(name = "ValidityOfPoints", description = "Months or days, not both.")
  record ValidityRequest(
      @Positive @Max(1_200) @Nullable Integer months,
      @Positive @Max(36_500) @Nullable Integer days) {}

  @Schema(name = "NewEarningRule")
  record EarningRuleRequest(
      @Schema(
              description =
                  "Whether the expression is evaluated once, or for each line and summed. Absent:"
                      + " LINE when it speaks of line.")
          @Nullable Per per,
      @NotBlank
          @Size(max = RuleCompiler.LONGEST)
          @Schema(
              description =
                  """
                  CEL that yields a number of points. It sees transaction {partner, channel, \
                  currency, occurredAt, total} and, per line, line {product, category, quantity, \
                  unitPrice, discount, amount}. Money is exact: decimals, not floating point; \
                  decimal("2.5"), floor, ceil, min and max help.""")
          String expression) {}
}
