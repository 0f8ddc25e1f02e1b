package io.github.langgan.loyalty.simulating.terms;

import static java.util.Objects.requireNonNull;

import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ProgramRules;
import io.github.langgan.loyalty.model.Terms;
import io.github.langgan.loyalty.model.ledger.MemberHistory;
import io.github.langgan.loyalty.model.rule.Cap;
import io.github.langgan.loyalty.model.rule.Circumstances;
import io.github.langgan.loyalty.model.rule.CompiledRules;
import io.github.langgan.loyalty.model.rule.EarningRule;
import io.github.langgan.loyalty.model.rule.Facts;
import io.github.langgan.loyalty.model.rule.Rating;
import io.github.langgan.loyalty.model.tier.MemberTier;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.simulating.terms.Totals.Difference;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rates what a member kept of a period's purchases by other terms, in the order in which they were
 * made. Caps count from the beginning of the period: what was given before it isn't known to them.
 */
@Singleton
class RateHistory {

  private final ProgramRules programRules;

  RateHistory(ProgramRules programRules) {
    this.programRules = programRules;
  }

  private record Use(String rule, LocalDate periodStart) {}

  /**
   * @param tier null: none
   */
  SimulatedMember rate(
      MemberHistory history, @Nullable MemberTier tier, Program program, Terms terms) {
    CompiledRules rules = programRules.of(program, terms);
    Map<Use, BigDecimal> used = new HashMap<>();
    Map<String, BigDecimal> byRule = new HashMap<>();
    long simulated = 0;
    for (Purchase purchase : history.purchases()) {
      if (program.whyNothing(purchase, history.membership()) != null) {
        continue;
      }
      Rating rating =
          rules.rate(
              purchase,
              circumstances(history, tier, purchase, program, rules, used),
              terms.rounding().mode());
      simulated += rating.points();
      Map<String, BigDecimal> gave = rating.byRule();
      gave.forEach((rule, points) -> byRule.merge(rule, points, BigDecimal::add));
      for (EarningRule capped : rules.capped()) {
        used.merge(
            use(capped, purchase, program),
            gave.getOrDefault(capped.name(), BigDecimal.ZERO),
            BigDecimal::add);
      }
    }
    long actual = history.standing().values().stream().mapToLong(Long::longValue).sum();
    return new SimulatedMember(
        history.purchases().size(),
        new Difference(history.membership().id().value(), actual, simulated),
        byRule);
  }

  private static Circumstances circumstances(
      MemberHistory history,
      @Nullable MemberTier tier,
      Purchase purchase,
      Program program,
      CompiledRules rules,
      Map<Use, BigDecimal> used) {
    Map<String, BigDecimal> allowances = new HashMap<>();
    for (EarningRule capped : rules.capped()) {
      BigDecimal points = used.getOrDefault(use(capped, purchase, program), BigDecimal.ZERO);
      BigDecimal most = BigDecimal.valueOf(requireNonNull(capped.cap()).points());
      allowances.put(capped.name(), most.subtract(points).max(BigDecimal.ZERO));
    }
    return new Circumstances(
        new Facts(
            purchase.id().equals(history.first()),
            history.membership().daysUntil(purchase.occurredAt()),
            // before the purchase counted itself
            tier == null ? "" : tier.codeAt(purchase.occurredAt().minusNanos(1))),
        allowances);
  }

  private static Use use(EarningRule capped, Purchase purchase, Program program) {
    Cap cap = requireNonNull(capped.cap());
    return new Use(capped.name(), cap.period().startFor(purchase.occurredAt(), program.zone()));
  }
}
