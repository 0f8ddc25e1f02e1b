package io.github.langgan.loyalty.program;

import static java.util.Objects.requireNonNullElse;

import io.github.langgan.chassis.problem.FieldError;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.loyalty.model.rule.Cap;
import io.github.langgan.loyalty.model.rule.Compilation;
import io.github.langgan.loyalty.model.rule.EarningRule;
import io.github.langgan.loyalty.model.rule.EarningRule.Effect;
import io.github.langgan.loyalty.model.rule.EarningRule.Per;
import io.github.langgan.loyalty.model.rule.RuleCompiler;
import io.github.langgan.loyalty.model.rule.RuleSet;
import io.github.langgan.loyalty.program.TermsRequest.EarningRuleRequest;
import io.github.langgan.loyalty.program.TermsRequest.ExcludedRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes rules of a request, or says of each what is wrong with it, and where. */
@Singleton
class RulesCheck {

  private static final String USUAL_NAME = "points";

  private final RuleCompiler compiler;

  RulesCheck(RuleCompiler compiler) {
    this.compiler = compiler;
  }

  RuleSet rules(TermsRequest request) {
    @Nullable ExcludedRequest excluded = request.excluded();
    return new RuleSet(
        rules(request.earningRule(), request.earningRules()),
        excluded == null ? Set.of() : set(excluded.products()),
        excluded == null ? Set.of() : set(excluded.categories()));
  }

  private List<EarningRule> rules(
      @Nullable EarningRuleRequest one, @Nullable List<EarningRuleRequest> several) {
    if ((one == null) == (several == null)) {
      throw Problem.invalid(
          "/earningRules", "required", "must be named, or one rule as earningRule instead");
    }
    List<FieldError> errors = new ArrayList<>();
    List<EarningRule> rules = new ArrayList<>();
    if (one != null) {
      rules.add(rule(one, "/earningRule", USUAL_NAME, errors));
    } else {
      if (several.isEmpty() || several.size() > RuleSet.MOST_RULES) {
        throw Problem.invalid(
            "/earningRules", "size", "must be 1 to " + RuleSet.MOST_RULES + " rules");
      }
      for (EarningRuleRequest each : several) {
        String pointer = "/earningRules/" + rules.size();
        rules.add(rule(each, pointer, several.size() == 1 ? USUAL_NAME : null, errors));
      }
      checkTogether(rules, errors);
    }
    if (!errors.isEmpty()) {
      throw Problem.of(Problems.VALIDATION).withErrors(errors);
    }
    return rules;
  }

  private EarningRule rule(
      EarningRuleRequest request,
      String pointer,
      @Nullable String usualName,
      List<FieldError> errors) {
    if (request.name() == null && usualName == null) {
      errors.add(new FieldError(pointer + "/name", "required", "must be named, to tell it apart"));
    }
    Per per = request.per() == null ? per(request) : request.per();
    collect(compiler.number(per, request.expression()), pointer + "/expression", errors);
    if (request.when() != null) {
      collect(compiler.condition(per, request.when()), pointer + "/when", errors);
    }
    return new EarningRule(
        requireNonNullElse(request.name(), requireNonNullElse(usualName, "")),
        per,
        request.when(),
        requireNonNullElse(request.effect(), Effect.POINTS),
        request.expression(),
        requireNonNullElse(request.priority(), 0),
        request.group(),
        requireNonNullElse(request.last(), false),
        request.cap() == null ? null : new Cap(request.cap().points(), request.cap().period()));
  }

  /** Once where that is enough. */
  private Per per(EarningRuleRequest request) {
    boolean onceIsEnough =
        compiler.number(Per.TRANSACTION, request.expression()) instanceof Compilation.Compiled
            && (request.when() == null
                || compiler.condition(Per.TRANSACTION, request.when())
                    instanceof Compilation.Compiled);
    return onceIsEnough ? Per.TRANSACTION : Per.LINE;
  }

  private static void collect(Compilation compilation, String pointer, List<FieldError> errors) {
    if (compilation instanceof Compilation.Refused(var found)) {
      found.forEach(
          error ->
              errors.add(
                  new FieldError(
                      pointer,
                      "rule",
                      "line %d, column %d: %s"
                          .formatted(error.line(), error.column(), error.message()))));
    }
  }

  private static void checkTogether(List<EarningRule> rules, List<FieldError> errors) {
    Set<String> names = new HashSet<>();
    Map<String, Per> groups = new HashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      EarningRule rule = rules.get(i);
      if (!rule.name().isEmpty() && !names.add(rule.name())) {
        errors.add(
            new FieldError("/earningRules/" + i + "/name", "unique", "is another rule's name"));
      }
      @Nullable Per others =
          rule.group() == null ? null : groups.putIfAbsent(rule.group(), rule.per());
      if (others != null && others != rule.per()) {
        errors.add(
            new FieldError(
                "/earningRules/" + i + "/group", "group", "its other rules are per " + others));
      }
    }
  }

  private static Set<String> set(@Nullable List<String> values) {
    return values == null ? Set.of() : new HashSet<>(values);
  }
}
