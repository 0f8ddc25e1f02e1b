package io.github.langgan.loyalty.model.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.github.langgan.loyalty.model.rule.Compilation.Compiled;
import io.github.langgan.loyalty.model.rule.Compilation.Refused;
import io.github.langgan.loyalty.model.rule.EarningRule.Per;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
          .enableHeterogeneousNumericComparisons(true)
          .build();

  private static final Set<CelType> NUMBERS =
      Set.of(DecimalOperators.DECIMAL, SimpleType.DOUBLE, SimpleType.INT, SimpleType.UINT);

  private final DecimalOperators decimals = new DecimalOperators();
  private final Map<Per, CelCompiler> compilers =
      Map.of(Per.TRANSACTION, compiler(Per.TRANSACTION), Per.LINE, compiler(Per.LINE));

  // plans an expression once: evaluating takes two thirds of the other runtime's time
  private final CelRuntime runtime =
      CelRuntimeFactory.plannerRuntimeBuilder()
          .setOptions(LIMITS)
          .setTypeProvider(new RuleVariables())
          .addFunctionBindings(decimals.bindings())
          .build();

  /** Of stored rules. Throws {@link IllegalStateException} when one of them isn't a rule. */
  public CompiledRules compile(RuleSet set, ZoneId zone) {
    List<CompiledRule> rules = new ArrayList<>();
    Set<String> mentioned = new HashSet<>();
    for (EarningRule rule : set.rules()) {
      Compiled expression = sound(number(rule.per(), rule.expression()));
      mentioned.addAll(expression.mentioned());
      CelRuntime.Program condition = null;
      if (rule.when() != null) {
        Compiled when = sound(condition(rule.per(), rule.when()));
        mentioned.addAll(when.mentioned());
        condition = when.program();
      }
      rules.add(new CompiledRule(rule, condition, expression.program()));
    }
    return new CompiledRules(set, RuleGroup.of(rules), zone, mentioned);
  }

  /** Of an expression that is to yield points or a factor. */
  public Compilation number(Per per, String expression) {
    return compile(per, expression, NUMBERS, "a number of points");
  }

  /** Of an expression that is to say whether a rule applies. */
  public Compilation condition(Per per, String expression) {
    return compile(per, expression, Set.of(SimpleType.BOOL), "true or false");
  }

  private Compilation compile(Per per, String expression, Set<CelType> results, String wanted) {
    try {
      CelAbstractSyntaxTree tree = compilers.get(per).compile(expression).getAst();
      if (!results.contains(tree.getResultType())) {
        return refused(1, "must yield " + wanted + ", not " + tree.getResultType().name());
      }
      return tried(new Compiled(runtime.createProgram(tree), mentioned(tree)), results);
    } catch (CelValidationException invalid) {
      return new Refused(invalid.getErrors().stream().map(RuleCompiler::error).toList());
    } catch (CelEvaluationException unusable) {
      return refused(1, String.valueOf(unusable.getMessage()));
    }
  }

  /** An expression that has no answer for an ordinary purchase is a mistake. */
  private static Compilation tried(Compiled compiled, Set<CelType> results) {
    try {
      if (results == NUMBERS) {
        Evaluation.number(compiled.program(), OrdinaryPurchase.VARIABLES);
      } else {
        Evaluation.condition(compiled.program(), OrdinaryPurchase.VARIABLES);
      }
      return compiled;
    } catch (RuleFailed failed) {
      String reason = String.valueOf(failed.getMessage());
      return refused(
          EvaluationPosition.column(reason), "fails for an ordinary purchase: " + reason);
    }
  }

  private static Compiled sound(Compilation compilation) {
    return switch (compilation) {
      case Compiled compiled -> compiled;
      case Refused(var errors) -> throw new IllegalStateException("stored rule: " + errors);
    };
  }

  private static Set<String> mentioned(CelAbstractSyntaxTree tree) {
    return tree.getReferenceMap().values().stream()
        .map(CelReference::name)
        .filter(RuleVariables.ALL::contains)
        .collect(Collectors.toSet());
  }

  private CelCompiler compiler(Per per) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(LIMITS)
            .setTypeProvider(new RuleVariables())
            .addFunctionDeclarations(decimals.declarations())
            .addVar(RuleVariables.TRANSACTION, RuleVariables.TRANSACTION_TYPE)
            .addVar(RuleVariables.MEMBER, RuleVariables.MEMBER_TYPE)
            .addVar(RuleVariables.TIME, RuleVariables.TIME_TYPE);
    return (per == Per.LINE ? builder.addVar(RuleVariables.LINE, RuleVariables.LINE_TYPE) : builder)
        .build();
  }

  private static RuleError error(CelIssue issue) {
    return new RuleError(
        Math.max(1, issue.getSourceLocation().getLine()),
        Math.max(0, issue.getSourceLocation().getColumn()) + 1,
        issue.getMessage());
  }

  private static Refused refused(int column, String message) {
    return new Refused(List.of(new RuleError(1, column, message)));
  }
}
