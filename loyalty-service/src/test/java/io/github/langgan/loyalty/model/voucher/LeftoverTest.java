package io.github.langgan.loyalty.model.voucher;

import static io.github.langgan.loyalty.model.voucher.Orders.amount;
import static io.github.langgan.loyalty.model.voucher.Orders.line;
import static io.github.langgan.loyalty.model.voucher.Orders.order;
import static io.github.langgan.loyalty.model.voucher.Orders.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.model.transaction.PurchaseLine;
import io.github.langgan.loyalty.testing.Purchases;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LeftoverTest {

  @Test
  void what_is_kept_keeps_its_share_of_the_discount() {
    Order order = order(line("HOME", 3, "10.00"), line("TOYS", 1, "20.00"));
    Deduction granted = new Pricing(order.lines(), "GBP").deduct(terms(amount("10.00")));

    Leftover left = Leftover.of(order, bought(order), Map.of(1, 2L));

    assertThat(granted.lines()).containsExactly(new BigDecimal("6.00"), new BigDecimal("4.00"));
    assertThat(left.of(granted).lines())
        .containsExactly(new BigDecimal("2.00"), new BigDecimal("4.00"));
    assertThat(left.everythingCameBack()).isFalse();
  }

  @Test
  void the_rest_is_enough_for_the_minimum_or_not() {
    Order order = order(line("HOME", 3, "10.00"), line("TOYS", 1, "20.00"));
    Terms thirty = new Terms(amount("1"), new BigDecimal("30.00"), ProductScope.ALL);

    assertThat(Leftover.of(order, bought(order), Map.of(1, 2L)).reachesMinimumOf(thirty)).isTrue();
    assertThat(Leftover.of(order, bought(order), Map.of(1, 3L)).reachesMinimumOf(thirty)).isFalse();
  }

  @Test
  void lines_are_found_by_their_product_when_the_till_wrote_them_otherwise() {
    Order order = order(line("HOME", 2, "10.00"), line("TOYS", 1, "20.00"));
    Purchase bought =
        Purchases.purchase(
            purchased(line("TOYS", 1, "20.00")),
            purchased(line("HOME", 1, "10.00")),
            purchased(line("HOME", 1, "10.00")),
            purchased(line("BAGS", 1, "0.10")));

    assertThat(Leftover.of(order, bought, Map.of(2, 1L, 3, 1L)).kept()).containsExactly(0L, 1L);
    assertThat(Leftover.of(order, bought, Map.of(1, 1L)).kept()).containsExactly(2L, 0L);
    assertThat(Leftover.of(order, bought, Map.of(4, 1L)).kept()).containsExactly(2L, 1L);
  }

  @Property(tries = 1_000)
  void many_partial_returns_end_where_one_full_return_ends(
      @ForAll("orders") Order order,
      @ForAll("orders") Order otherwise,
      @ForAll boolean asOrdered,
      @ForAll long seed) {
    Purchase bought = bought(asOrdered ? order : otherwise);
    Deduction granted = new Pricing(order.lines(), "GBP").deduct(terms(amount("25.00")));
    Map<Integer, Long> returned = new HashMap<>();
    BigDecimal before = granted.total();
    Leftover last = Leftover.of(order, bought, returned);
    for (int number : pieces(bought, new Random(seed))) {
      returned.merge(number, 1L, Long::sum);
      last = Leftover.of(order, bought, returned);
      assertThat(last.of(granted).total()).isNotNegative().isLessThanOrEqualTo(before);
      before = last.of(granted).total();
    }

    Map<Integer, Long> all = new HashMap<>();
    bought.lines().forEach(line -> all.put(line.number(), line.quantity()));
    assertThat(last).isEqualTo(Leftover.of(order, bought, all));
    assertThat(last.everythingCameBack()).isTrue();
    assertThat(last.of(granted).isNothing()).isTrue();
  }

  private static List<Integer> pieces(Purchase bought, Random random) {
    List<Integer> pieces = new ArrayList<>();
    for (PurchaseLine line : bought.lines()) {
      for (long i = 0; i < line.quantity(); i++) {
        pieces.add(line.number());
      }
    }
    java.util.Collections.shuffle(pieces, random);
    return pieces;
  }

  private static Purchase bought(Order order) {
    return Purchases.purchase(
        order.lines().stream().map(LeftoverTest::purchased).toArray(PurchaseLine[]::new));
  }

  private static PurchaseLine purchased(OrderLine line) {
    return new PurchaseLine(
        1,
        line.product(),
        line.category(),
        line.quantity(),
        line.unitPrice(),
        line.discount(),
        line.amount());
  }

  @Provide
  Arbitrary<Order> orders() {
    return Combinators.combine(
            Arbitraries.of("HOME", "TOYS", "FOOD"),
            Arbitraries.longs().between(1, 5),
            Arbitraries.bigDecimals()
                .between(new BigDecimal("0.01"), new BigDecimal("50"))
                .ofScale(2))
        .as((category, quantity, price) -> line(category, quantity, price.toPlainString()))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(lines -> order(lines.toArray(OrderLine[]::new)));
  }
}
