package io.github.langgan.loyalty.program;

import io.github.langgan.loyalty.model.Expiry;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.Rounding;
import io.github.langgan.loyalty.model.Terms;
import io.github.langgan.loyalty.model.rule.Cap;
import io.github.langgan.loyalty.model.rule.Cap.CapPeriod;
import io.github.langgan.loyalty.model.rule.EarningRule;
import io.github.langgan.loyalty.model.rule.EarningRule.Effect;
import io.github.langgan.loyalty.model.rule.EarningRule.Per;
import io.github.langgan.loyalty.model.rule.RuleSet;
import java.time.Instant;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "Terms",
    description = "One version of what a program promises.",
    examples =
        """
        {"version":2,"activeFrom":"2026-01-31T17:00:00Z","rounding":"DOWN",\
        "expiry":{"kind":"ROLLING","months":24},"activationDays":0,\
        "earningRules":[{"name":"base","per":"LINE","effect":"POINTS",\
        "expression":"line.amount / 1000.0","priority":0,"last":false},\
        {"name":"double-on-weekends","per":"TRANSACTION","when":"time.dayOfWeek >= 6",\
        "effect":"FACTOR","expression":"2","priority":0,"last":false,\
        "cap":{"points":500,"period":"MONTH"}}]}""")
record TermsView(
    @Schema(required = true, minimum = "1") int version,
    @Schema(
            required = true,
            description =
                "For purchases made from then on; the first version also for all made before")
        Instant activeFrom,
    @Schema(required = true) Rounding rounding,
    @Schema(description = "When points expire; absent: never") @Nullable ExpiryView expiry,
    @Schema(required = true, minimum = "0") int activationDays,
    @Schema(description = "In the program's currency") @Nullable String pointCost,
    @Schema(description = "What partners pay for; absent: nothing")
        @Nullable List<PartnerShareView> partnerShares,
    @Schema(required = true) List<RuleView> earningRules,
    @Schema(description = "What rules don't see; absent: nothing")
        @Nullable ExcludedView excluded) {

  @Schema(name = "Expiry")
  record ExpiryView(
      @Schema(required = true) Expiry.Kind kind,
      @Nullable Integer months,
      @Nullable Integer days,
      @Nullable Integer month,
      @Nullable Integer day,
      Expiry.@Nullable Calendar period,
      @Nullable Integer later) {

    static @Nullable ExpiryView from(@Nullable Expiry expiry) {
      if (expiry == null) {
        return null;
      }
      @Nullable Period length = expiry.period();
      @Nullable MonthDay on = expiry.on();
      return new ExpiryView(
          expiry.kind(),
          length == null || length.getMonths() == 0 ? null : length.getMonths(),
          length == null || length.getDays() == 0 ? null : length.getDays(),
          on == null ? null : on.getMonthValue(),
          on == null ? null : on.getDayOfMonth(),
          expiry.calendar(),
          expiry.calendar() == null ? null : expiry.periods());
    }
  }

  @Schema(name = "PartnerShare")
  record PartnerShareView(
      @Schema(required = true) String partner,
      @Schema(required = true, description = "Of the points that purchases at it earn")
          String share) {

    static @Nullable List<PartnerShareView> allOf(Terms terms) {
      return terms.partnerShares().isEmpty()
          ? null
          : terms.partnerShares().stream()
              .map(one -> new PartnerShareView(one.partner(), one.share().toPlainString()))
              .toList();
    }
  }

  @Schema(name = "EarningRule")
  record RuleView(
      @Schema(required = true) String name,
      @Schema(required = true) Per per,
      @Schema(description = "CEL; absent: always") @Nullable String when,
      @Schema(required = true) Effect effect,
      @Schema(required = true, description = "CEL") String expression,
      @Schema(required = true) int priority,
      @Nullable String group,
      @Schema(required = true) boolean last,
      @Nullable CapView cap) {

    static RuleView from(EarningRule rule) {
      return new RuleView(
          rule.name(),
          rule.per(),
          rule.when(),
          rule.effect(),
          rule.expression(),
          rule.priority(),
          rule.group(),
          rule.last(),
          CapView.from(rule.cap()));
    }
  }

  @Schema(name = "CapOfRule")
  record CapView(@Schema(required = true) long points, @Schema(required = true) CapPeriod period) {

    static @Nullable CapView from(@Nullable Cap cap) {
      return cap == null ? null : new CapView(cap.points(), cap.period());
    }
  }

  @Schema(name = "ExcludedFromRules")
  record ExcludedView(
      @Schema(required = true) List<String> products,
      @Schema(required = true) List<String> categories) {

    static @Nullable ExcludedView from(RuleSet rules) {
      return rules.excludedProducts().isEmpty() && rules.excludedCategories().isEmpty()
          ? null
          : new ExcludedView(
              rules.excludedProducts().stream().sorted().toList(),
              rules.excludedCategories().stream().sorted().toList());
    }
  }

  static TermsView from(Terms terms) {
    return new TermsView(
        terms.version(),
        terms.activeFrom(),
        terms.rounding(),
        ExpiryView.from(terms.expiry()),
        terms.activationDays(),
        terms.pointCost() == null ? null : terms.pointCost().toPlainString(),
        PartnerShareView.allOf(terms),
        terms.rules().rules().stream().map(RuleView::from).toList(),
        ExcludedView.from(terms.rules()));
  }

  static List<TermsView> allOf(Program program) {
    return program.terms().stream().map(TermsView::from).toList();
  }
}
