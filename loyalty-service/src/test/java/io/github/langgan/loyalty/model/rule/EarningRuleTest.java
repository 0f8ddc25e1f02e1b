package io.github.langgan.loyalty.model.rule;

import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.loyalty.model.rule.EarningRule.Per;
import io.github.langgan.loyalty.model.transaction.Purchase;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarningRuleTest {

  private final RuleCompiler compiler = new RuleCompiler();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "transaction.total / 1000.0                        | 153000   | 153",
        "transaction.total / 1000                          | 153999   | 153",
        "transaction.total * 0.1                           | 0.30     | 0",
        "transaction.total * 10.0                          | 0.30     | 3",
        "transaction.total * 1.1                           | 100      | 110",
        "transaction.total / 3.0 * 3.0                     | 100      | 100",
        "(0.1 + 0.2) * 10.0                                | 1        | 3",
        "transaction.total > 100.0 ? 10 : 5                | 100.01   | 10",
        "transaction.total == decimal('15.3') ? 7 : 0      | 15.30    | 7",
        "floor(transaction.total / 10) * 10                | 39.99    | 30",
        "-transaction.total                                | 5        | 0",
        "max(transaction.total / 2, decimal('4'))          | 5        | 4",
        "transaction.channel == 'STORE' ? 2 : 1            | 5        | 2",
        "transaction.occurredAt.getHours('Asia/Jakarta')   | 5        | 15",
      })
  void a_transaction_is_worth_exactly_what_the_rule_says(
      String expression, String total, long points) {
    Purchase bought = purchase(line("HOME", 1, total));

    assertThat(worth(Per.TRANSACTION, expression, bought, RoundingMode.FLOOR)).isEqualTo(points);
  }

  @Test
  void lines_are_summed_before_they_are_rounded() {
    String rule = "line.amount * (line.category == 'HOME' ? 0.2 : 0.1)";
    Purchase bought = purchase(line("HOME", 3, "4"), line("TOYS", 1, "4"), line("TOYS", 1, "3"));

    assertThat(worth(Per.LINE, rule, bought, RoundingMode.FLOOR)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"FLOOR,2", "CEILING,3", "HALF_UP,3", "HALF_EVEN,2"})
  void the_program_says_how_to_round(RoundingMode rounding, long points) {
    Purchase bought = purchase(line("HOME", 1, "2.5"));

    assertThat(worth(Per.TRANSACTION, "transaction.total", bought, rounding)).isEqualTo(points);
  }

  @Test
  void a_rule_without_an_answer_says_why() {
    Rating rating =
        rate(
            Per.TRANSACTION,
            "100.0 / transaction.total",
            purchase(line("GIFT", 1, "0")),
            RoundingMode.FLOOR);

    assertThat(rating.points()).isZero();
    assertThat(rating.failures().get("points")).contains("evaluation error");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "transaction.totl / 1000.0                 | 12 | undefined field 'totl'",
        "line.amount * 2.0                         | 1  | undeclared reference to 'line'",
        "transaction.total +                       | 20 | mismatched input",
        "transaction.total > 5.0                   | 1  | must yield a number of points, not bool",
        "transaction.total / 0                     | 19 | fails for an ordinary purchase",
        "transaction.total + 'a'                   | 19 | no matching overload",
        "[1, 2].map(x, x * 2).size()               | 11 | undeclared reference to 'map'",
        "system('rm')                              | 7  | undeclared reference to 'system'",
        "transaction.total * 1e300 * 1e300         | 1  | more than 1000000000000 points",
      })
  void a_wrong_expression_is_refused_with_its_place(String expression, int column, String message) {
    assertThat(compiler.number(Per.TRANSACTION, expression))
        .isInstanceOfSatisfying(
            Compilation.Refused.class,
            refused -> {
              assertThat(refused.errors().getFirst().line()).isEqualTo(1);
              assertThat(refused.errors().getFirst().column()).isEqualTo(column);
              assertThat(refused.errors().getFirst().message()).contains(message);
            });
  }

  @Test
  void an_expression_can_be_neither_long_nor_deep() {
    assertThat(compiler.number(Per.TRANSACTION, "1+".repeat(1_500) + "1"))
        .isInstanceOf(Compilation.Refused.class);
    assertThat(compiler.number(Per.TRANSACTION, "(".repeat(300) + "1" + ")".repeat(300)))
        .isInstanceOf(Compilation.Refused.class);
    assertThat(compiler.number(Per.TRANSACTION, "1+".repeat(600) + "1"))
        .isInstanceOf(Compilation.Refused.class);
  }

  private long worth(Per per, String expression, Purchase bought, RoundingMode rounding) {
    return rate(per, expression, bought, rounding).points();
  }

  private Rating rate(Per per, String expression, Purchase bought, RoundingMode rounding) {
    return compiler
        .compile(RuleSet.of(EarningRule.only(per, expression)), ZoneOffset.UTC)
        .rate(bought, Circumstances.USUAL, rounding);
  }
}
