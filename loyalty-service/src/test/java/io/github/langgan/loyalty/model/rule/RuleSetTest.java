package io.github.langgan.loyalty.model.rule;

import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.loyalty.model.rule.Cap.CapPeriod;
import io.github.langgan.loyalty.model.rule.EarningRule.Effect;
import io.github.langgan.loyalty.model.rule.EarningRule.Per;
import io.github.langgan.loyalty.model.transaction.Purchase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What several rules together say of a purchase: ten pounds of HOME, and four of TOYS. */
class RuleSetTest {

  private static final Purchase BOUGHT = purchase(line("HOME", 1, "10"), line("TOYS", 2, "2"));

  private static final EarningRule BASE = points("base", Per.LINE, null, "line.amount");

  private final RuleCompiler compiler = new RuleCompiler();

  @Test
  void rules_give_their_points_beside_each_other() {
    Rating rating =
        rate(
            BASE,
            points("visit", Per.TRANSACTION, null, "5"),
            onToys(points("x", Per.LINE, null, "1")));

    assertThat(rating.points()).isEqualTo(14 + 5 + 1);
    assertThat(rating.contributions())
        .extracting(Contribution::rule, Contribution::line)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("base", 1),
            org.assertj.core.groups.Tuple.tuple("base", 2),
            org.assertj.core.groups.Tuple.tuple("visit", null),
            org.assertj.core.groups.Tuple.tuple("x", 2));
    assertThat(rating.byRule()).containsEntry("base", new BigDecimal("14"));
  }

  @Test
  void a_factor_multiplies_what_rules_before_it_gave_the_line() {
    EarningRule doubled = onToys(factor("double", Per.LINE, "2"));

    assertThat(rate(BASE, doubled).points()).isEqualTo(10 + 8);
    assertThat(rate(doubled, BASE).points()).isEqualTo(14);
    assertThat(rate(doubled, with(BASE, 1)).points()).isEqualTo(18);
  }

  @Test
  void a_factor_of_the_transaction_multiplies_all_that_came_before() {
    assertThat(
            rate(
                    BASE,
                    points("visit", Per.TRANSACTION, null, "6"),
                    factor("half-more", Per.TRANSACTION, "1.5"))
                .points())
        .isEqualTo(30);
  }

  @Test
  void a_factor_below_one_takes_away() {
    assertThat(rate(BASE, onToys(factor("none", Per.LINE, "0"))).points()).isEqualTo(10);
  }

  @Test
  void of_a_group_the_rule_that_gives_most_counts_for_each_line() {
    EarningRule flat = grouped(points("flat", Per.LINE, null, "5"));
    EarningRule share = grouped(points("share", Per.LINE, null, "line.amount"));

    Rating rating = rate(flat, share);

    assertThat(rating.points()).isEqualTo(10 + 5);
    assertThat(rating.byRule()).containsOnlyKeys("flat", "share");
  }

  @Test
  void behind_a_last_rule_none_applies_to_the_same_line() {
    EarningRule toys = last(onToys(points("toys", Per.LINE, null, "1")));

    assertThat(rate(toys, BASE).byRule().get("base")).isEqualByComparingTo("10");
    assertThat(rate(last(points("all", Per.TRANSACTION, null, "3")), BASE).points()).isEqualTo(3);
  }

  @Test
  void what_is_excluded_neither_earns_nor_counts_for_the_total() {
    RuleSet byCategory =
        new RuleSet(
            List.of(BASE, points("total", Per.TRANSACTION, null, "transaction.total")),
            Set.of(),
            Set.of("TOYS"));
    RuleSet all = new RuleSet(List.of(BASE), Set.of("85123A"), Set.of());

    assertThat(rate(byCategory).points()).isEqualTo(20);
    assertThat(rate(all)).isEqualTo(Rating.NOTHING);
  }

  @Test
  void a_rule_with_a_cap_gives_no_more_than_is_left_of_it() {
    EarningRule capped = capped(BASE, 12);

    assertThat(rate(capped).points()).isEqualTo(12);
    assertThat(rated(RuleSet.of(capped), Map.of("base", new BigDecimal("10.5"))).points())
        .isEqualTo(10);
    assertThat(rated(RuleSet.of(capped), Map.of("base", BigDecimal.ZERO)).points()).isZero();
  }

  @Test
  void where_a_capped_rule_has_no_more_to_give_the_next_of_its_group_counts() {
    EarningRule much = grouped(capped(points("much", Per.LINE, null, "line.amount * 10"), 100));
    EarningRule little = grouped(points("little", Per.LINE, null, "line.amount"));

    assertThat(rate(much, little).byRule())
        .containsEntry("much", new BigDecimal("100"))
        .containsEntry("little", new BigDecimal("4"));
  }

  @Test
  void a_rule_that_fails_leaves_the_others() {
    Rating rating = rate(BASE, points("broken", Per.LINE, null, "1 / (line.quantity - 1)"));

    assertThat(rating.points()).isEqualTo(15);
    assertThat(rating.failures()).containsOnlyKeys("broken");
  }

  @Test
  void all_that_rules_give_is_rounded_once() {
    EarningRule third = points("third", Per.TRANSACTION, null, "transaction.total / 28.0");
    EarningRule other = points("other", Per.TRANSACTION, null, "transaction.total / 28.0");

    assertThat(rate(third, other).points()).isEqualTo(1);
  }

  @Test
  void more_than_anyone_could_earn_is_nothing() {
    EarningRule huge = points("huge", Per.TRANSACTION, null, "900000000000");
    EarningRule again = points("again", Per.TRANSACTION, null, "900000000000");

    assertThat(rate(huge, again).points()).isZero();
    assertThat(rate(huge, again).failures()).isNotEmpty();
  }

  @Test
  void rules_know_the_member_and_the_hour_where_the_program_lives() {
    RuleSet set =
        RuleSet.of(
            points("first", Per.TRANSACTION, "member.firstPurchase", "100"),
            points("loyal", Per.TRANSACTION, "member.days >= 365", "10"),
            points("gold", Per.TRANSACTION, "member.tier == 'GOLD'", "1000"),
            points("afternoon", Per.TRANSACTION, "time.hour == 15 && time.dayOfWeek == 3", "1"));
    Circumstances old = new Circumstances(new Facts(true, 400, "GOLD"), Map.of());

    assertThat(
            compiler.compile(set, ZoneId.of("Asia/Jakarta")).rate(BOUGHT, old, RoundingMode.DOWN))
        .extracting(Rating::points)
        .isEqualTo(1111L);
    assertThat(rate(set).points()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "DAY,   2026-03-14",
    "WEEK,  2026-03-09",
    "MONTH, 2026-03-01",
    "YEAR,  2026-01-01",
    "EVER,  1970-01-01",
  })
  void a_cap_counts_from_the_first_day_of_its_period(CapPeriod period, LocalDate first) {
    assertThat(period.startFor(Instant.parse("2026-03-13T18:00:00Z"), ZoneId.of("Asia/Jakarta")))
        .isEqualTo(first);
  }

  private Rating rate(EarningRule... rules) {
    return rate(RuleSet.of(rules));
  }

  private Rating rate(RuleSet set) {
    return rated(set, Map.of());
  }

  private Rating rated(RuleSet set, Map<String, BigDecimal> allowances) {
    return compiler
        .compile(set, ZoneId.of("UTC"))
        .rate(BOUGHT, new Circumstances(Facts.NONE, allowances), RoundingMode.DOWN);
  }

  private static EarningRule points(String name, Per per, String when, String expression) {
    return new EarningRule(name, per, when, Effect.POINTS, expression, 0, null, false, null);
  }

  private static EarningRule factor(String name, Per per, String expression) {
    return new EarningRule(name, per, null, Effect.FACTOR, expression, 0, null, false, null);
  }

  private static EarningRule onToys(EarningRule rule) {
    return new EarningRule(
        rule.name(),
        rule.per(),
        "line.category == 'TOYS'",
        rule.effect(),
        rule.expression(),
        rule.priority(),
        rule.group(),
        rule.last(),
        rule.cap());
  }

  private static EarningRule with(EarningRule rule, int priority) {
    return new EarningRule(
        rule.name(),
        rule.per(),
        rule.when(),
        rule.effect(),
        rule.expression(),
        priority,
        rule.group(),
        rule.last(),
        rule.cap());
  }

  private static EarningRule grouped(EarningRule rule) {
    return new EarningRule(
        rule.name(),
        rule.per(),
        rule.when(),
        rule.effect(),
        rule.expression(),
        rule.priority(),
        "campaign",
        rule.last(),
        rule.cap());
  }

  private static EarningRule last(EarningRule rule) {
    return new EarningRule(
        rule.name(),
        rule.per(),
        rule.when(),
        rule.effect(),
        rule.expression(),
        rule.priority(),
        rule.group(),
        true,
        rule.cap());
  }

  private static EarningRule capped(EarningRule rule, long points) {
    return new EarningRule(
        rule.name(),
        rule.per(),
        rule.when(),
        rule.effect(),
        rule.expression(),
        rule.priority(),
        rule.group(),
        rule.last(),
        new Cap(points, CapPeriod.MONTH));
  }
}
