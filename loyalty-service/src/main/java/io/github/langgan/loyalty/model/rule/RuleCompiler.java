package io.github.langgan.loyalty.model.rule;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import io.github.langgan.loyalty.model.rule.Compilation.Compiled;
import io.github.langgan.loyalty.model.rule.Compilation.Refused;
import io.github.langgan.loyalty.model.rule.EarningRule.Per;
import jakarta.inject.Singleton;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks and compiles expressions. What an evaluation costs is bounded by the expression's length:
 * there are no loops (no macros), regular expressions run in linear time (RE2), decimals keep 34
 * digits.
 */
@Singleton
public class RuleCompiler {

  public static final int LONGEST = 2_000;

  private static final CelOptions LIMITS =
      CelOptions.current()
          .maxExpressionCodePointSize(LONGEST)
          .maxParseRecursionDepth(50)
          .maxParseExpressionNodeCount(500)
          .maxRegexProgramSize(500)
          .build();

  private static final Set<Object> NUMBERS =
      Set.of(DecimalOperators.DECIMAL, SimpleType.DOUBLE, SimpleType.INT, SimpleType.UINT);

  private final Map<Per, Cel> environments =
      Map.of(Per.TRANSACTION, environment(Per.TRANSACTION), Per.LINE, environment(Per.LINE));
  private final Map<Source, Compilation> compiled = new ConcurrentHashMap<>();

  private record Source(Per per, String expression) {}

  /** Of a stored rule, compiled once. Throws {@link IllegalStateException} when it isn't one. */
  public CompiledRule rule(EarningRule rule) {
    return switch (compiled.computeIfAbsent(
        new Source(rule.per(), rule.expression()), key -> compile(key.per, key.expression))) {
      case Compiled(var ready) -> ready;
      case Refused(var errors) -> throw new IllegalStateException("stored rule: " + errors);
    };
  }

  /** Of an expression that someone proposes. */
  public Compilation compile(Per per, String expression) {
    Cel environment = environments.get(per);
    try {
      CelAbstractSyntaxTree tree = environment.compile(expression).getAst();
      if (!NUMBERS.contains(tree.getResultType())) {
        return refused(1, 1, "must yield a number of points, not " + tree.getResultType().name());
      }
      return trial(new CompiledRule(per, environment.createProgram(tree)));
    } catch (CelValidationException invalid) {
      return new Refused(invalid.getErrors().stream().map(RuleCompiler::error).toList());
    } catch (CelEvaluationException unusable) {
      return refused(1, 1, String.valueOf(unusable.getMessage()));
    }
  }

  /** A rule that has no answer for an ordinary purchase is a mistake. */
  private static Compilation trial(CompiledRule rule) {
    return switch (rule.rate(OrdinaryPurchase.EXAMPLE, RoundingMode.FLOOR)) {
      case Rating.Worth worth -> new Compiled(rule);
      case Rating.Failed(var reason) ->
          refused(
              1, EvaluationPosition.column(reason), "fails for an ordinary purchase: " + reason);
    };
  }

  private static Cel environment(Per per) {
    DecimalOperators decimals = new DecimalOperators();
    CelBuilder builder =
        CelFactory.standardCelBuilder()
            .setOptions(LIMITS)
            .setTypeProvider(new RuleVariables())
            .addFunctionDeclarations(decimals.declarations())
            .addFunctionBindings(decimals.bindings())
            .addVar(RuleVariables.TRANSACTION, RuleVariables.TRANSACTION_TYPE);
    return (per == Per.LINE ? builder.addVar(RuleVariables.LINE, RuleVariables.LINE_TYPE) : builder)
        .build();
  }

  private static RuleError error(CelIssue issue) {
    return new RuleError(
        Math.max(1, issue.getSourceLocation().getLine()),
        Math.max(0, issue.getSourceLocation().getColumn()) + 1,
        issue.getMessage());
  }

  private static Refused refused(int line, int column, String message) {
    return new Refused(List.of(new RuleError(line, column, message)));
  }
}
