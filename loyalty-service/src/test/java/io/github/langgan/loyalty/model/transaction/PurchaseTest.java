package io.github.langgan.loyalty.model.transaction;

import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PurchaseTest {

  private final Purchase bought = purchase(line("HOME", 3, "3.00"), line("TOYS", 2, "0.50"));

  @Test
  void what_is_left_has_its_share_of_the_money() {
    Purchase left = bought.less(Map.of(1, 1L)).orElseThrow();

    assertThat(left.total()).isEqualByComparingTo("7");
    assertThat(left.lines().getFirst().quantity()).isEqualTo(2);
    assertThat(left.lines().getFirst().amount()).isEqualByComparingTo("6");
    assertThat(left.lines().getLast()).isEqualTo(bought.lines().getLast());
  }

  @Test
  void a_line_that_came_back_whole_is_gone() {
    Purchase left = bought.less(Map.of(1, 3L)).orElseThrow();

    assertThat(left.lines()).extracting(PurchaseLine::category).containsExactly("TOYS");
    assertThat(left.total()).isEqualByComparingTo("1");
  }

  @Test
  void nothing_is_left_of_what_came_back_whole_or_more() {
    assertThat(bought.less(Map.of(1, 3L, 2, 5L))).isEmpty();
  }
}
