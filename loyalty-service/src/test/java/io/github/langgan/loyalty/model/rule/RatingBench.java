package io.github.langgan.loyalty.model.rule;

import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.loyalty.model.rule.EarningRule.Effect;
import io.github.langgan.loyalty.model.rule.EarningRule.Per;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.model.transaction.PurchaseLine;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What a line of a purchase costs under fifty rules: run by name, {@code -Dtest=RatingBench}; its
 * name keeps it out of the ordinary run.
 */
class RatingBench {

  private static final int RULES = 50;
  private static final int LINES = 10;
  private static final int PURCHASES = 4_000;

  @Test
  void a_line_goes_through_fifty_rules() {
    Purchase bought =
        purchase(
            IntStream.range(0, LINES)
                .mapToObj(i -> line("C" + i, 1 + i, "2.5" + i))
                .toArray(PurchaseLine[]::new));
    measure("few of them apply", bought, campaigns());
    measure("all of them apply", bought, shares());
  }

  /** A base rule, and campaigns that each concern some category at some times. */
  private static List<EarningRule> campaigns() {
    List<EarningRule> rules = new ArrayList<>();
    rules.add(rule("base", null, Effect.POINTS, "line.amount"));
    while (rules.size() < RULES) {
      int i = rules.size();
      rules.add(
          rule(
              "campaign-" + i,
              "line.category == 'C%d' && time.dayOfWeek >= %d && line.amount > %d.5"
                  .formatted(i % 20, i % 7, i % 9),
              i % 2 == 0 ? Effect.FACTOR : Effect.POINTS,
              i % 2 == 0 ? "2" : "line.quantity * 10"));
    }
    return rules;
  }

  private static List<EarningRule> shares() {
    return IntStream.range(0, RULES)
        .mapToObj(i -> rule("share-" + i, null, Effect.POINTS, "line.amount * 0.0" + (i + 1)))
        .toList();
  }

  private static void measure(String what, Purchase bought, List<EarningRule> rules) {
    CompiledRules compiled =
        new RuleCompiler()
            .compile(new RuleSet(rules, Set.of(), Set.of()), ZoneId.of("Asia/Jakarta"));
    long points = compiled.rate(bought, Circumstances.USUAL, RoundingMode.DOWN).points();
    assertThat(points).isPositive();
    for (int round = 1; round <= 4; round++) {
      long start = System.nanoTime();
      long sum = 0;
      for (int i = 0; i < PURCHASES; i++) {
        sum += compiled.rate(bought, Circumstances.USUAL, RoundingMode.DOWN).points();
      }
      double micros = (System.nanoTime() - start) / 1e3 / PURCHASES / LINES;
      assertThat(sum).isEqualTo(points * PURCHASES);
      System.out.printf("%s, round %d: %.1f microseconds a line%n", what, round, micros);
    }
  }

  private static EarningRule rule(String name, String when, Effect effect, String expression) {
    return new EarningRule(name, Per.LINE, when, effect, expression, 0, null, false, null);
  }
}
