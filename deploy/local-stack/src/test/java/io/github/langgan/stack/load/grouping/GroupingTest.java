package io.github.langgan.stack.load.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.stack.load.grouping.Parcel.Leftover;
import io.github.langgan.stack.load.grouping.Parcel.Transaction;
import io.github.langgan.stack.load.grouping.ReadLine.Sale;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupingTest {

  private final List<Parcel> parcels = new ArrayList<>();
  private final Grouping grouping = new Grouping(3, parcels::add);
  private long line = 1;

  @Test
  void lines_with_the_same_number_are_one_transaction_also_with_others_between() {
    add("A", "A", "B", "A", "C");
    grouping.finish();

    assertThat(transactions()).containsExactly("B: 4", "A: 2 3 5", "C: 6");
  }

  @Test
  void a_number_that_comes_again_too_late_is_refused() {
    add("A", "B", "B", "B", "B", "A");
    grouping.finish();

    assertThat(transactions()).containsExactly("A: 2", "B: 3 4 5 6");
    assertThat(reasons()).containsExactly("7: its transaction ended more than 3 lines above");
  }

  @Test
  void another_customer_in_the_same_transaction_is_refused() {
    add("A");
    grouping.add(sale("A", "someone else", false));
    grouping.finish();

    assertThat(transactions()).containsExactly("A: 2");
    assertThat(reasons())
        .containsExactly("3: another customer than line 2 of the same transaction");
  }

  @Test
  void a_transaction_with_too_many_lines_is_refused_as_a_whole() {
    for (int i = 0; i < Grouping.MOST_LINES + 2; i++) {
      add("A");
    }
    grouping.finish();

    assertThat(transactions()).isEmpty();
    assertThat(reasons()).hasSize(Grouping.MOST_LINES + 2);
  }

  @Test
  void the_largest_transaction_that_the_api_takes_is_sent() {
    for (int i = 0; i < Grouping.MOST_LINES; i++) {
      add("A");
    }
    grouping.finish();

    assertThat(transactions()).hasSize(1);
    assertThat(reasons()).isEmpty();
  }

  private void add(String... numbers) {
    for (String number : numbers) {
      grouping.add(sale(number, "17850", false));
    }
  }

  private Sale sale(String number, String customer, boolean givenBack) {
    return new Sale(
        ++line,
        number,
        givenBack,
        Instant.EPOCH,
        customer,
        "GBP",
        "",
        "85123A",
        "",
        "",
        1,
        BigDecimal.ONE,
        null,
        BigDecimal.ZERO,
        BigDecimal.ONE);
  }

  private List<String> transactions() {
    return parcels.stream()
        .filter(Transaction.class::isInstance)
        .map(Transaction.class::cast)
        .map(Transaction::sales)
        .map(
            sales ->
                sales.getFirst().externalId()
                    + ":"
                    + sales.stream().map(sale -> " " + sale.line()).reduce("", String::concat))
        .toList();
  }

  private List<String> reasons() {
    return parcels.stream()
        .filter(Leftover.class::isInstance)
        .map(parcel -> ((Leftover) parcel).line())
        .map(unusable -> unusable.line() + ": " + unusable.reason())
        .toList();
  }
}
