package io.github.langgan.loyalty.model.rule;

import static java.util.Objects.requireNonNull;

import io.github.langgan.loyalty.model.rule.EarningRule.Effect;
import io.github.langgan.loyalty.model.rule.EarningRule.Per;
import io.github.langgan.loyalty.model.transaction.Purchase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One purchase goes through rules, one group of them after the other. */
final class RatingRun {

  private final Purchase purchase;
  private final Map<String, Object> variables = new HashMap<>();
  private final List<Map<String, Object>> lines;
  private final Map<String, BigDecimal> allowances;

  /** What each line got so far; behind the last line, what the transaction as a whole got. */
  private final Decimal[] sums;

  private final boolean[] closed;
  private boolean allClosed;
  private final Map<String, Decimal> given = new HashMap<>();
  private final List<Contribution> contributions = new ArrayList<>();
  private final Map<String, String> failures = new LinkedHashMap<>();

  RatingRun(Purchase purchase, Circumstances circumstances, ZoneId zone, Set<String> mentioned) {
    this.purchase = purchase;
    this.allowances = circumstances.allowances();
    this.sums = new Decimal[purchase.lines().size() + 1];
    Arrays.fill(sums, Decimal.ZERO);
    this.closed = new boolean[sums.length];
    variables.put(RuleVariables.TRANSACTION, RuleVariables.of(purchase));
    if (mentioned.contains(RuleVariables.MEMBER)) {
      variables.put(RuleVariables.MEMBER, RuleVariables.of(circumstances.facts()));
    }
    if (mentioned.contains(RuleVariables.TIME)) {
      variables.put(RuleVariables.TIME, RuleVariables.of(purchase.occurredAt(), zone));
    }
    this.lines =
        mentioned.contains(RuleVariables.LINE)
            ? purchase.lines().stream().map(RuleVariables::of).toList()
            : List.of();
  }

  void apply(RuleGroup group) {
    if (group.per() == Per.TRANSACTION) {
      apply(group, sums.length - 1);
      return;
    }
    for (int line = 0; line < purchase.lines().size(); line++) {
      if (!lines.isEmpty()) {
        variables.put(RuleVariables.LINE, lines.get(line));
      }
      apply(group, line);
    }
  }

  Rating rating(RoundingMode rounding) {
    Decimal sum = Decimal.ZERO;
    for (Decimal one : sums) {
      sum = sum.plus(one);
    }
    if (sum.compareTo(Evaluation.MOST) > 0) {
      failures.put("", requireNonNull(Evaluation.tooMuch().getMessage()));
      return new Rating(0, List.of(), failures);
    }
    return new Rating(sum.rounded(rounding).value().longValueExact(), contributions, failures);
  }

  /**
   * @param place a line's, or that of the whole transaction
   */
  private void apply(RuleGroup group, int place) {
    if (allClosed || closed[place]) {
      return;
    }
    @Nullable CompiledRule best = null;
    Decimal most = Decimal.ZERO;
    for (CompiledRule one : group.rules()) {
      @Nullable Decimal worth = worth(one, place);
      if (worth != null && (best == null || worth.compareTo(most) > 0)) {
        best = one;
        most = worth;
      }
    }
    if (best != null && !most.equals(Decimal.ZERO)) {
      give(best.rule(), place, most);
    }
  }

  private void give(EarningRule rule, int place, Decimal points) {
    boolean whole = place == purchase.lines().size();
    sums[place] = sums[place].plus(points);
    given.merge(rule.name(), points, Decimal::plus);
    contributions.add(
        new Contribution(
            rule.name(), whole ? null : purchase.lines().get(place).number(), points.plain()));
    if (rule.last()) {
      closed[place] = true;
      allClosed |= whole;
    }
  }

  /** Null when it doesn't apply, or has no answer. */
  private @Nullable Decimal worth(CompiledRule one, int place) {
    try {
      if (one.condition() != null && !Evaluation.condition(one.condition(), variables)) {
        return null;
      }
      Decimal value = Evaluation.number(one.expression(), variables);
      return within(
          one.rule(),
          one.rule().effect() == Effect.POINTS
              ? value
              : value.minus(Decimal.ONE).times(soFar(place)));
    } catch (RuleFailed failed) {
      failures.putIfAbsent(one.rule().name(), requireNonNull(failed.getMessage()));
      return null;
    }
  }

  /** Of a line its own; of the whole transaction all that its lines and itself got. */
  private Decimal soFar(int place) {
    if (place < purchase.lines().size()) {
      return sums[place];
    }
    Decimal all = Decimal.ZERO;
    for (Decimal one : sums) {
      all = all.plus(one);
    }
    return all;
  }

  private Decimal within(EarningRule rule, Decimal points) {
    if (rule.cap() == null) {
      return points;
    }
    BigDecimal allowed =
        allowances.getOrDefault(rule.name(), BigDecimal.valueOf(rule.cap().points()));
    Decimal left = new Decimal(allowed).minus(given.getOrDefault(rule.name(), Decimal.ZERO));
    return points.compareTo(left) <= 0 ? points : left;
  }
}
