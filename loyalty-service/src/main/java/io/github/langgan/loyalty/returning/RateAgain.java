package io.github.langgan.loyalty.returning;

import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.model.ledger.Earning;
import io.github.langgan.loyalty.model.rule.CompiledRule;
import io.github.langgan.loyalty.model.rule.EarningRule;
import io.github.langgan.loyalty.model.rule.Rating;
import io.github.langgan.loyalty.model.rule.RuleCompiler;
import io.github.langgan.loyalty.model.transaction.Purchase;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * What a purchase loses by what came back of it, under the rule that it earned by. A return never
 * earns: where less is worth more (a rule may say so), the smallest worth on the way stays. A rule
 * without an answer for the rest leaves the points.
 */
@Singleton
class RateAgain {

  private final Programs programs;
  private final RuleCompiler rules;

  RateAgain(Programs programs, RuleCompiler rules) {
    this.programs = programs;
    this.rules = rules;
  }

  /**
   * @param returned all quantities that came back so far, by line number
   */
  long lost(Earning earning, Program program, Purchase purchase, Map<Integer, Long> returned) {
    long worth = purchase.less(returned).map(rest -> worth(rest, earning, program)).orElse(0L);
    return Math.max(0, earning.standing() - worth);
  }

  private long worth(Purchase rest, Earning earning, Program program) {
    return switch (rule(earning, program).rate(rest, program.rounding().mode())) {
      case Rating.Worth(long points) -> points;
      case Rating.Failed failed -> earning.standing();
    };
  }

  private CompiledRule rule(Earning earning, Program program) {
    EarningRule current = program.rule();
    return rules.rule(
        current.version() == earning.ruleVersion()
            ? current
            : programs.rule(program.id(), earning.ruleVersion()));
  }
}
