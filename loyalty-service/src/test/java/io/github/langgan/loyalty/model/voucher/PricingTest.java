package io.github.langgan.loyalty.model.voucher;

import static io.github.langgan.loyalty.model.voucher.Orders.amount;
import static io.github.langgan.loyalty.model.voucher.Orders.category;
import static io.github.langgan.loyalty.model.voucher.Orders.line;
import static io.github.langgan.loyalty.model.voucher.Orders.percent;
import static io.github.langgan.loyalty.model.voucher.Orders.terms;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PricingTest {

  @Test
  void an_amount_is_shared_out_to_the_penny() {
    assertThat(deduct(amount("10.00"), line("A", 1, "10.00"), line("B", 2, "10.00")))
        .containsExactly(new BigDecimal("3.33"), new BigDecimal("6.67"));
    assertThat(
            deduct(
                amount("0.05"), line("A", 1, "1.00"), line("B", 1, "1.00"), line("C", 1, "1.00")))
        .containsExactly(new BigDecimal("0.02"), new BigDecimal("0.02"), new BigDecimal("0.01"));
  }

  @Test
  void nothing_costs_less_than_nothing() {
    assertThat(deduct(amount("10.00"), line("A", 1, "4.00"), line("B", 1, "0.00")))
        .containsExactly(new BigDecimal("4.00"), new BigDecimal("0.00"));
  }

  @Test
  void a_percent_is_rounded_once_for_the_whole_order() {
    assertThat(deduct(percent("12.5"), line("A", 1, "0.99"), line("B", 1, "0.97")))
        .containsExactly(new BigDecimal("0.13"), new BigDecimal("0.12"));
    assertThat(
            deduct(
                new Discount.Percent(new BigDecimal("50"), new BigDecimal("7.00")),
                line("A", 1, "100.00")))
        .containsExactly(new BigDecimal("7.00"));
  }

  @Test
  void only_lines_in_scope_get_cheaper() {
    Terms home = new Terms(percent("10"), null, category("HOME"));

    Deduction deduction =
        new Pricing(List.of(line("HOME", 1, "50.00"), line("TOYS", 1, "50.00")), "GBP")
            .deduct(home);

    assertThat(deduction.lines()).containsExactly(new BigDecimal("5.00"), new BigDecimal("0.00"));
  }

  @Test
  void each_takes_off_what_those_before_have_left() {
    Pricing pricing = new Pricing(List.of(line("A", 1, "100.00")), "GBP");

    assertThat(pricing.deduct(terms(percent("10"))).total()).isEqualByComparingTo("10");
    assertThat(pricing.deduct(terms(percent("10"))).total()).isEqualByComparingTo("9");
    assertThat(pricing.deduct(terms(amount("90"))).total()).isEqualByComparingTo("81");
    assertThat(pricing.deduct(terms(amount("1"))).isNothing()).isTrue();
  }

  @Test
  void a_currency_without_decimals_gets_whole_units() {
    Deduction deduction =
        new Pricing(List.of(line("A", 1, "105"), line("B", 1, "52")), "JPY")
            .deduct(terms(percent("10")));

    assertThat(deduction.lines()).containsExactly(new BigDecimal("11"), new BigDecimal("5"));
  }

  @Property(tries = 1_000)
  void shares_sum_up_and_no_line_goes_below_zero(
      @ForAll("lines") List<OrderLine> lines, @ForAll("discounts") List<Discount> discounts) {
    Pricing pricing = new Pricing(lines, "GBP");
    List<BigDecimal> left = new ArrayList<>(lines.stream().map(OrderLine::amount).toList());
    for (Discount discount : discounts) {
      BigDecimal before = left.stream().reduce(BigDecimal.ZERO, BigDecimal::add);

      Deduction deduction = pricing.deduct(terms(discount));

      for (int place = 0; place < left.size(); place++) {
        assertThat(deduction.lines().get(place)).isNotNegative().hasScaleOf(2);
        left.set(place, left.get(place).subtract(deduction.lines().get(place)));
        assertThat(left.get(place)).isNotNegative();
      }
      assertThat(deduction.total())
          .isLessThanOrEqualTo(before)
          .satisfies(total -> assertThat(isAtMost(total, discount, before)).isTrue());
    }
  }

  private static boolean isAtMost(BigDecimal total, Discount discount, BigDecimal before) {
    return switch (discount) {
      case Discount.Amount(var amount) -> total.compareTo(amount) <= 0;
      case Discount.Percent(var percent, var most) ->
          total
                  .subtract(before.multiply(percent).movePointLeft(2))
                  .compareTo(new BigDecimal("0.005"))
              <= 0;
    };
  }

  @Provide
  Arbitrary<List<OrderLine>> lines() {
    return Combinators.combine(
            Arbitraries.of("HOME", "TOYS"),
            Arbitraries.longs().between(1, 12),
            Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("99.9999"))
                .ofScale(4))
        .as(
            (category, quantity, price) ->
                new OrderLine(category, category, quantity, price, BigDecimal.ZERO))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<Discount>> discounts() {
    Arbitrary<BigDecimal> numbers =
        Arbitraries.bigDecimals().between(new BigDecimal("0.01"), new BigDecimal("100")).ofScale(2);
    Arbitrary<Discount> amounts = numbers.map(Discount.Amount::new);
    Arbitrary<Discount> percents = numbers.map(percent -> new Discount.Percent(percent, null));
    return Arbitraries.oneOf(amounts, percents).list().ofMaxSize(4);
  }

  private static List<BigDecimal> deduct(Discount discount, OrderLine... lines) {
    return new Pricing(List.of(lines), "GBP").deduct(terms(discount)).lines();
  }
}
