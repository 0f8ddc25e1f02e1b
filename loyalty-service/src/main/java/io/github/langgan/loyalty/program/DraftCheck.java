package io.github.langgan.loyalty.program;

import static java.util.Objects.requireNonNullElse;

import io.github.langgan.chassis.problem.FieldError;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.loyalty.model.EarnsFrom;
import io.github.langgan.loyalty.model.Rounding;
import io.github.langgan.loyalty.model.Validity;
import io.github.langgan.loyalty.model.rule.Compilation;
import io.github.langgan.loyalty.model.rule.EarningRule;
import io.github.langgan.loyalty.model.rule.EarningRule.Per;
import io.github.langgan.loyalty.model.rule.RuleCompiler;
import io.github.langgan.loyalty.model.rule.RuleError;
import io.github.langgan.loyalty.program.CreateProgramRequest.EarningRuleRequest;
import io.github.langgan.loyalty.program.CreateProgramRequest.ValidityRequest;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a draft of a request, or says with pointers what is wrong in it. */
@Singleton
class DraftCheck {

  private final RuleCompiler rules;

  DraftCheck(RuleCompiler rules) {
    this.rules = rules;
  }

  /** Throws a {@link Problem} for values that no program can have. */
  ProgramDraft draft(CreateProgramRequest request) {
    return new ProgramDraft(
        request.name(),
        currency(request.currency()),
        zone(requireNonNullElse(request.timeZone(), "UTC")),
        validity(request.validity()),
        requireNonNullElse(request.rounding(), Rounding.DOWN),
        requireNonNullElse(request.earnsFrom(), EarnsFrom.ALWAYS),
        request.cardPrefix(),
        rule(request.earningRule()));
  }

  private EarningRule rule(EarningRuleRequest request) {
    if (request.per() != null) {
      return rule(request.per(), request.expression());
    }
    boolean onceIsEnough =
        rules.compile(Per.TRANSACTION, request.expression()) instanceof Compilation.Compiled;
    return rule(onceIsEnough ? Per.TRANSACTION : Per.LINE, request.expression());
  }

  private EarningRule rule(Per per, String expression) {
    return switch (rules.compile(per, expression)) {
      case Compilation.Compiled compiled -> new EarningRule(1, per, expression);
      case Compilation.Refused(List<RuleError> errors) ->
          throw Problem.of(Problems.VALIDATION)
              .withErrors(errors.stream().map(DraftCheck::fieldError).toList());
    };
  }

  private static FieldError fieldError(RuleError error) {
    return new FieldError(
        "/earningRule/expression",
        "rule",
        "line %d, column %d: %s".formatted(error.line(), error.column(), error.message()));
  }

  private static String currency(String code) {
    try {
      return Currency.getInstance(code).getCurrencyCode();
    } catch (IllegalArgumentException unknown) {
      throw Problem.invalid("/currency", "currency", "must be a currency of ISO 4217");
    }
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw Problem.invalid("/timeZone", "time-zone", "must be an IANA time zone");
    }
  }

  private static @Nullable Validity validity(@Nullable ValidityRequest request) {
    if (request == null) {
      return null;
    }
    if ((request.months() == null) == (request.days() == null)) {
      throw Problem.invalid("/validity", "validity", "must name either months or days");
    }
    return new Validity(
        request.months() != null
            ? Period.ofMonths(request.months())
            : Period.ofDays(requireNonNullElse(request.days(), 0)));
  }
}
