package io.github.langgan.loyalty.model.rule;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.github.langgan.loyalty.model.rule.EarningRule.Per;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.model.transaction.PurchaseLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** A rule ready to rate. Safe for use by several threads. */
public final class CompiledRule {

  /** More than any purchase is worth: a rule that says so is wrong. */
  static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

  private final Per per;
  private final CelRuntime.Program program;

  CompiledRule(Per per, CelRuntime.Program program) {
    this.per = per;
    this.program = program;
  }

  /** The points of a whole purchase, rounded once; less than none counts as none. */
  public Rating rate(Purchase purchase, RoundingMode rounding) {
    try {
      BigDecimal worth = worth(purchase).rounded(rounding).value();
      return worth.compareTo(MOST) > 0
          ? new Rating.Failed("more than " + MOST + " points")
          : new Rating.Worth(worth.max(BigDecimal.ZERO).longValueExact());
    } catch (CelEvaluationException | ArithmeticException | NumberFormatException e) {
      return new Rating.Failed(String.valueOf(e.getMessage()));
    }
  }

  private Decimal worth(Purchase purchase) throws CelEvaluationException {
    Map<String, Object> transaction = RuleVariables.of(purchase);
    if (per == Per.TRANSACTION) {
      return points(Map.of(RuleVariables.TRANSACTION, transaction));
    }
    Decimal sum = new Decimal(BigDecimal.ZERO);
    for (PurchaseLine line : purchase.lines()) {
      sum =
          sum.plus(
              points(
                  Map.of(
                      RuleVariables.TRANSACTION,
                      transaction,
                      RuleVariables.LINE,
                      RuleVariables.of(line))));
    }
    return sum;
  }

  private Decimal points(Map<String, ?> variables) throws CelEvaluationException {
    return Decimal.of(program.eval(variables));
  }
}
