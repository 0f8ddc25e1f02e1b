package io.github.langgan.loyalty.model.rule;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.math.BigDecimal;
import java.util.Map;

/** Of an expression. Throws {@link RuleFailed} when it has no answer, or one beyond belief. */
final class Evaluation {

  /** More than any purchase is worth: a rule that says so is wrong. */
  static final Decimal MOST = new Decimal(BigDecimal.valueOf(1_000_000_000_000L));

  private Evaluation() {}

  static boolean condition(CelRuntime.Program program, Map<String, Object> variables) {
    return (boolean) evaluate(program, variables);
  }

  /** None or more. */
  static Decimal number(CelRuntime.Program program, Map<String, Object> variables) {
    Decimal value = number(evaluate(program, variables));
    if (value.compareTo(MOST) > 0) {
      throw tooMuch();
    }
    return value.compareTo(Decimal.ZERO) < 0 ? Decimal.ZERO : value;
  }

  static RuleFailed tooMuch() {
    return new RuleFailed("more than " + MOST.value().toPlainString() + " points");
  }

  private static Decimal number(Object value) {
    try {
      return Decimal.of(value);
    } catch (NumberFormatException infinite) {
      throw new RuleFailed("not a number: " + value);
    }
  }

  private static Object evaluate(CelRuntime.Program program, Map<String, Object> variables) {
    try {
      return program.eval(variables);
    } catch (CelEvaluationException | ArithmeticException e) {
      throw new RuleFailed(String.valueOf(e.getMessage()));
    }
  }
}
