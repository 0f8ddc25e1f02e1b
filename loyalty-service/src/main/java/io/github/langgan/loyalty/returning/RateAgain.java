package io.github.langgan.loyalty.returning;

import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ProgramRules;
import io.github.langgan.loyalty.model.Terms;
import io.github.langgan.loyalty.model.ledger.Earning;
import io.github.langgan.loyalty.model.ledger.Worksheet;
import io.github.langgan.loyalty.model.rule.Circumstances;
import io.github.langgan.loyalty.model.rule.CompiledRules;
import io.github.langgan.loyalty.model.rule.Rating;
import io.github.langgan.loyalty.model.transaction.Purchase;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * What a purchase loses by what came back of it, under the terms that it earned by. A return never
 * earns: where less is worth more (a rule may say so), the smallest worth on the way stays. Where a
 * rule that had an answer for the whole has none for the rest, the points stay.
 */
@Singleton
class RateAgain {

  private final ProgramRules programRules;

  RateAgain(ProgramRules programRules) {
    this.programRules = programRules;
  }

  /**
   * @param returned all quantities that came back so far, by line number
   */
  long lost(
      Earning earning,
      Program program,
      Purchase purchase,
      Map<Integer, Long> returned,
      Worksheet sheet) {
    Terms terms = program.terms(earning.ruleVersion());
    CompiledRules rules = programRules.of(program, terms);
    Circumstances then = sheet.circumstancesOf(earning, rules);
    Rating rest =
        purchase
            .less(returned)
            .map(left -> rules.rate(left, then, terms.rounding().mode()))
            .orElse(Rating.NOTHING);
    if (!rest.failures().isEmpty()) {
      Rating whole = rules.rate(purchase, then, terms.rounding().mode());
      if (!whole.failures().keySet().containsAll(rest.failures().keySet())) {
        return 0;
      }
    }
    sheet.worthLess(earning, rest);
    return Math.max(0, earning.standing() - rest.points());
  }
}
