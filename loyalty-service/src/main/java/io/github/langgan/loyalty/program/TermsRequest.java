package io.github.langgan.loyalty.program;

import io.github.langgan.chassis.json.Code;
import io.github.langgan.loyalty.model.Expiry;
import io.github.langgan.loyalty.model.Rounding;
import io.github.langgan.loyalty.model.rule.Cap.CapPeriod;
import io.github.langgan.loyalty.model.rule.EarningRule.Effect;
import io.github.langgan.loyalty.model.rule.EarningRule.Per;
import io.github.langgan.loyalty.model.rule.RuleCompiler;
import io.github.langgan.loyalty.model.rule.RuleSet;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The members of a request that say what a program promises. */
interface TermsRequest {

  String VALIDITY = "Short for an expiry of the kind ROLLING";
  String EXPIRY = "When points expire; absent: never";
  String ROUNDING = "From the exact worth of a whole purchase to points";
  String ACTIVATION =
      "Points are pending, and can't be spent, until so many days after the day of the purchase";
  String POINT_COST =
      "What a point costs the company when it is spent, in the program's currency: values"
          + " simulations and the liability. Absent: not known.";
  String PARTNER_SHARES =
      "What partners pay for of the points that purchases at them earn; who isn't among them pays for"
          + " nothing";
  String RULE = "Short for one rule that always applies";
  String RULES = "At most " + RuleSet.MOST_RULES + "; each gives its points beside the others";
  String EXCLUDED =
      "What rules don't see of a purchase: neither these lines nor their part of the total";

  int MOST_DAYS = 3_650;
  int MOST_PARTNERS = 1_000;

  @Nullable ValidityRequest validity();

  @Nullable ExpiryRequest expiry();

  @Nullable Rounding rounding();

  @Nullable Integer activationDays();

  @Nullable String pointCost();

  @Nullable List<PartnerShareRequest> partnerShares();

  @Nullable EarningRuleRequest earningRule();

  @Nullable List<EarningRuleRequest> earningRules();

  @Nullable ExcludedRequest excluded();

  @Schema(name = "ValidityOfPoints", description = "Months or days, not both.")
  record ValidityRequest(
      @Positive @Max(1_200) @Nullable Integer months,
      @Positive @Max(36_500) @Nullable Integer days) {}

  @Schema(
      name = "NewExpiry",
      description =
          """
          Always with the end of a day where the program lives. ROLLING: so many months or days after \
          they were given. FIXED: on a day of the year, the first one that is at least so many \
          months or days away. END_OF_PERIOD: with the month, quarter or year in which they were \
          given, or so many later. INACTIVITY: so many months or days after the member last earned \
          or spent points.""",
      examples = "{\"kind\":\"FIXED\",\"month\":12,\"day\":31,\"months\":3}")
  record ExpiryRequest(
      @NotNull Expiry.Kind kind,
      @PositiveOrZero @Max(1_200) @Schema(description = "ROLLING, FIXED, INACTIVITY")
          @Nullable Integer months,
      @PositiveOrZero @Max(36_500) @Schema(description = "ROLLING, FIXED, INACTIVITY")
          @Nullable Integer days,
      @Min(1) @Max(12) @Schema(description = "FIXED: of the year, from 1") @Nullable Integer month,
      @Min(1)
          @Max(31)
          @Schema(description = "FIXED: of the month; 29 February is the 28th where there is none")
          @Nullable Integer day,
      @Schema(description = "END_OF_PERIOD") Expiry.@Nullable Calendar period,
      @PositiveOrZero
          @Max(100)
          @Schema(description = "END_OF_PERIOD: how many periods later", defaultValue = "0")
          @Nullable Integer later) {}

  @Schema(
      name = "NewEarningRule",
      description =
          """
          Rules apply in the order of their priority. A rule gives points to each line (LINE) or to the \
          transaction as a whole (TRANSACTION), or multiplies what rules before it gave there: a \
          FACTOR of the transaction multiplies all that came before. All that rules give is summed \
          exactly, and rounded once.""",
      examples =
          """
          {"name":"double-on-toys","when":"line.category == 'TOYS'","effect":"FACTOR",\
          "expression":"2","priority":0,"cap":{"points":500,"period":"MONTH"}}""")
  record EarningRuleRequest(
      @Code
          @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}")
          @Schema(
              description =
                  "Explains points and counts caps, also over versions; absent for a single rule:"
                      + " points")
          @Nullable String name,
      @Schema(description = "Absent: LINE when condition or expression speaks of line.")
          @Nullable Per per,
      @Size(min = 1, max = RuleCompiler.LONGEST)
          @Schema(
              description =
                  "CEL that yields whether the rule applies; sees what the expression sees. Absent:"
                      + " always.")
          @Nullable String when,
      @Schema(defaultValue = "POINTS") @Nullable Effect effect,
      @NotBlank
          @Size(max = RuleCompiler.LONGEST)
          @Schema(
              description =
                  """
                  CEL that yields a number of points, or the factor. It sees transaction {partner, \
                  channel, currency, occurredAt, total}; per line, line {product, category, \
                  quantity, unitPrice, discount, amount}; member {firstPurchase, days, \
                  tier}; time \
                  {year, month, day, dayOfWeek, hour}, the purchase's where the program lives, \
                  Monday being 1. Money is exact: decimals, not floating point; decimal("2.5"), \
                  floor, ceil, min and max help.""")
          String expression,
      @Min(-1_000)
          @Max(1_000)
          @Schema(
              description = "Higher ones apply first, equal ones in the order of the list",
              defaultValue = "0")
          @Nullable Integer priority,
      @Code
          @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}")
          @Schema(
              description = "Of the rules of a group that apply, the one that gives most counts")
          @Nullable String group,
      @Schema(
              description = "Where this rule gave points, no later rule applies",
              defaultValue = "false")
          @Nullable Boolean last,
      @Valid @Schema(description = "The most it gives a member; absent: no limit")
          @Nullable CapRequest cap) {}

  @Schema(name = "NewPartnerShare", examples = "{\"partner\":\"acme\",\"share\":\"0.4\"}")
  record PartnerShareRequest(
      @NotNull @Code @Size(min = 1, max = 60) @Schema(description = "As its transactions name it")
          String partner,
      @NotNull
          @Schema(description = "Above 0, 1 at most, with four decimals at most", examples = "0.4")
          String share) {}

  @Schema(name = "Cap", description = "Periods begin and end where the program lives.")
  record CapRequest(
      @NotNull @Positive @Max(1_000_000_000_000L) Long points, @NotNull CapPeriod period) {}

  @Schema(name = "Excluded")
  record ExcludedRequest(
      @Size(max = 10_000) @Nullable List<@NotBlank @Size(max = 200) String> products,
      @Size(max = 1_000) @Nullable List<@NotBlank @Size(max = 200) String> categories) {}
}
