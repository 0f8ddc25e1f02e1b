package io.github.langgan.loyalty.model.voucher;

import static io.github.langgan.loyalty.model.voucher.Orders.NOW;
import static io.github.langgan.loyalty.model.voucher.Orders.amount;
import static io.github.langgan.loyalty.model.voucher.Orders.campaign;
import static io.github.langgan.loyalty.model.voucher.Orders.category;
import static io.github.langgan.loyalty.model.voucher.Orders.code;
import static io.github.langgan.loyalty.model.voucher.Orders.line;
import static io.github.langgan.loyalty.model.voucher.Orders.order;
import static io.github.langgan.loyalty.model.voucher.Orders.percent;
import static io.github.langgan.loyalty.model.voucher.Orders.terms;
import static io.github.langgan.loyalty.model.voucher.Orders.voucher;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.ProgramId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  private static final Order ORDER = order(line("HOME", 1, "80.00"), line("TOYS", 1, "20.00"));
  private static final CustomerId SITI = new CustomerId(UuidV7.next());

  @Test
  void percents_come_before_amounts_in_whatever_order_the_codes_are_named() {
    Asked.Found ten = code(campaign(terms(amount("10"))));
    Asked.Found percent = code(campaign(terms(percent("10"))));

    assertThat(totals(ten, percent)).containsExactly("10.00", "10.00");
    assertThat(totals(percent, ten)).containsExactly("10.00", "10.00");
  }

  @Test
  void of_two_that_do_not_go_together_the_first_stands() {
    Asked.Found first = code(stacking(campaign(terms(amount("1"))), new Stacking(false, "spring")));
    Asked.Found second =
        code(stacking(campaign(terms(amount("2"))), new Stacking(false, "spring")));
    Asked.Found alone = code(stacking(campaign(terms(amount("3"))), new Stacking(true, null)));
    Asked.Found any = code(campaign(terms(amount("4"))));

    assertThat(totals(first, second, any)).containsExactly("1.00", "NOT_STACKABLE", "4.00");
    assertThat(totals(any, alone)).containsExactly("4.00", "NOT_STACKABLE");
    assertThat(totals(alone, any)).containsExactly("3.00", "NOT_STACKABLE");
  }

  @Test
  void an_order_takes_one_voucher_of_a_campaign() {
    Campaign campaign = campaign(terms(amount("1")));

    assertThat(totals(code(campaign), code(campaign))).containsExactly("1.00", "NOT_STACKABLE");
  }

  @Test
  void one_that_is_refused_keeps_no_other_out() {
    Campaign alone = stacking(campaign(terms(amount("30"))), new Stacking(true, null));
    Asked.Found broke =
        code(
            budget(alone, new Budget(new BigDecimal("100"), null)),
            new Spent(new BigDecimal("71"), 2));
    Asked.Found any = code(campaign(terms(amount("4"))));

    assertThat(totals(broke, any)).containsExactly("BUDGET_SPENT", "4.00");
  }

  @Test
  void a_budget_pays_for_the_discount_that_is_given_and_not_for_half_of_it() {
    Campaign ten = budget(campaign(terms(percent("10"))), new Budget(new BigDecimal("30"), 5L));

    assertThat(totals(code(ten, spent("20", 4)))).containsExactly("10.00");
    assertThat(totals(code(ten, spent("20.01", 4)))).containsExactly("BUDGET_SPENT");
    assertThat(totals(code(ten, spent("0", 5)))).containsExactly("BUDGET_SPENT");
  }

  @Test
  void a_voucher_that_would_be_spent_for_nothing_is_not_spent() {
    assertThat(totals(code(campaign(terms(percent("100")))), code(campaign(terms(amount("5"))))))
        .containsExactly("100.00", "NOTHING_TO_DISCOUNT");
  }

  @Test
  void minimum_and_scope_are_those_of_the_order_before_vouchers() {
    Terms home = new Terms(amount("5"), new BigDecimal("80.00"), category("HOME"));

    assertThat(totals(code(campaign(terms(percent("50")))), code(campaign(home))))
        .containsExactly("50.00", "5.00");
    assertThat(
            totals(code(campaign(new Terms(amount("5"), new BigDecimal("80.01"), home.scope())))))
        .containsExactly("MINIMUM_NOT_REACHED");
    assertThat(totals(code(campaign(new Terms(amount("5"), null, category("FOOD"))))))
        .containsExactly("NO_PRODUCT_IN_SCOPE");
  }

  @Test
  void time_uses_and_currency_are_asked() {
    Campaign campaign = campaign(terms(amount("5")));

    assertThat(totals(found(campaign, voucher(campaign, 1, null)))).containsExactly("USED_UP");
    assertThat(totals(found(campaign, voucher(campaign, 0, NOW)))).containsExactly("EXPIRED");
    assertThat(totals(found(campaign, voucher(campaign, 0, NOW.plusMillis(1)))))
        .containsExactly("5.00");
    assertThat(totals(code(period(campaign, new Period(NOW.plusMillis(1), null, null)))))
        .containsExactly("NOT_YET_VALID");
    assertThat(totals(code(period(campaign, new Period(NOW, NOW.plusMillis(1), null)))))
        .containsExactly("5.00");
    assertThat(
            Evaluation.of(
                List.of(code(campaign)), new Order("IDR", ORDER.lines()), Shopper.NOBODY, NOW))
        .extracting(EvaluationTest::text)
        .containsExactly("CURRENCY");
  }

  @Test
  void days_since_issue_end_with_the_campaign_at_the_latest() {
    Period thirty = new Period(null, NOW.plus(Duration.ofDays(40)), 30);

    assertThat(thirty.endOfIssued(NOW)).isEqualTo(NOW.plus(Duration.ofDays(30)));
    assertThat(thirty.endOfIssued(NOW.plus(Duration.ofDays(20))))
        .isEqualTo(NOW.plus(Duration.ofDays(40)));
  }

  @Test
  void who_orders_is_asked_only_where_it_matters() {
    Campaign twice = perCustomer(campaign(terms(amount("5"))), 2, null);
    ProgramId club = ProgramId.next();
    Campaign members = perCustomer(campaign(terms(amount("5"))), null, club);

    assertThat(totals(code(twice))).containsExactly("CUSTOMER_NEEDED");
    assertThat(totalsFor(new Shopper(SITI, Set.of(), Map.of(twice.id(), 1L)), code(twice)))
        .containsExactly("5.00");
    assertThat(totalsFor(new Shopper(SITI, Set.of(), Map.of(twice.id(), 2L)), code(twice)))
        .containsExactly("LIMIT_REACHED");
    assertThat(totalsFor(new Shopper(SITI, Set.of(), Map.of()), code(members)))
        .containsExactly("NOT_A_MEMBER");
    assertThat(totalsFor(new Shopper(SITI, Set.of(club), Map.of()), code(members)))
        .containsExactly("5.00");
  }

  private static Spent spent(String discount, long redemptions) {
    return new Spent(new BigDecimal(discount), redemptions);
  }

  private static Asked.Found found(Campaign campaign, Voucher voucher) {
    return new Asked.Found("code", voucher, campaign, Spent.NOTHING);
  }

  private static List<String> totals(Asked... asked) {
    return totalsFor(Shopper.NOBODY, asked);
  }

  private static List<String> totalsFor(Shopper shopper, Asked... asked) {
    return Evaluation.of(List.of(asked), ORDER, shopper, NOW).stream()
        .map(EvaluationTest::text)
        .toList();
  }

  private static String text(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Applies(var found, var deduction) -> deduction.total().toPlainString();
      case Verdict.Refused(var asked, var reason) -> reason.name();
    };
  }

  private static Campaign stacking(Campaign one, Stacking stacking) {
    return changed(one, one.period(), null, null, one.budget(), stacking);
  }

  private static Campaign budget(Campaign one, Budget budget) {
    return changed(one, one.period(), null, null, budget, one.stacking());
  }

  private static Campaign period(Campaign one, Period period) {
    return changed(one, period, null, null, one.budget(), one.stacking());
  }

  private static Campaign perCustomer(
      Campaign one, @Nullable Integer uses, @Nullable ProgramId program) {
    return changed(one, one.period(), uses, program, one.budget(), one.stacking());
  }

  private static Campaign changed(
      Campaign one,
      Period period,
      @Nullable Integer perCustomer,
      @Nullable ProgramId program,
      Budget budget,
      Stacking stacking) {
    return new Campaign(
        one.id(),
        one.name(),
        program,
        one.currency(),
        one.terms(),
        period,
        one.usesPerCode(),
        perCustomer,
        budget,
        stacking,
        one.codes(),
        0,
        one.createdAt(),
        null,
        1);
  }
}
