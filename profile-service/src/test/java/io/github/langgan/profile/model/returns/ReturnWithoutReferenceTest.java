package io.github.langgan.profile.model.returns;

import static io.github.langgan.profile.model.returns.Purchases.SITI;
import static io.github.langgan.profile.model.returns.Purchases.aReturn;
import static io.github.langgan.profile.model.returns.Purchases.bought;
import static io.github.langgan.profile.model.returns.Purchases.pieces;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.profile.model.ReportedLine;
import io.github.langgan.profile.model.ReportedTransaction;
import io.github.langgan.profile.model.TransactionLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReturnWithoutReferenceTest {

  private final ReturnableLines purchases =
      new ReturnableLines(
          List.of(
              bought("OLD", 1, "CUP", 5, "2.50", 30),
              bought("NEW", 1, "CUP", 2, "2.50", 3),
              bought("DEAR", 1, "CUP", 2, "3.00", 1),
              bought("TOMORROW", 1, "CUP", 9, "2.50", -1)));

  @Test
  void the_newest_earlier_purchases_are_given_back_first() {
    List<TransactionLine> lines = match(aReturn(pieces(3, "CUP", "2.50")));

    assertThat(lines).extracting(TransactionLine::quantity).containsExactly(2, 1);
    assertThat(lines)
        .extracting(ReturnWithoutReferenceTest::purchase)
        .containsExactly("NEW", "OLD");
  }

  @Test
  void another_price_serves_when_none_of_the_same_is_left() {
    List<TransactionLine> lines = match(aReturn(pieces(8, "CUP", "2.50")));

    assertThat(lines)
        .extracting(ReturnWithoutReferenceTest::purchase)
        .containsExactly("NEW", "OLD", "DEAR");
    assertThat(lines.getLast().amount()).as("what was paid").isEqualByComparingTo("3.00");
  }

  @Test
  void what_matches_nothing_stays_as_reported() {
    List<TransactionLine> lines = match(aReturn(pieces(12, "CUP", "2.50")));

    TransactionLine rest = lines.getLast();
    assertThat(rest.returnOf()).isNull();
    assertThat(rest.quantity()).isEqualTo(3);
    assertThat(rest.amount()).isEqualByComparingTo("7.50");
    assertThat(lines).extracting(TransactionLine::line).containsExactly(1, 2, 3, 4);
  }

  @Test
  void the_unmatched_rest_has_its_share_of_the_reported_discount() {
    ReportedLine reported =
        new ReportedLine(
            "CUP", null, null, 12, new BigDecimal("2.50"), null, new BigDecimal("1.00"));

    TransactionLine rest = match(aReturn(reported)).getLast();

    assertThat(rest.amount()).isEqualByComparingTo("7.25");
    assertThat(rest.discount()).isEqualByComparingTo("0.25");
  }

  @Test
  void another_customers_purchases_are_left_alone() {
    List<TransactionLine> lines =
        ReturnWithoutReference.match(aReturn(pieces(1, "CUP", "2.50")), UuidV7.next(), purchases);

    assertThat(lines).singleElement().extracting(TransactionLine::returnOf).isNull();
  }

  @Test
  void a_return_of_very_many_single_pieces_is_matched_in_part() {
    ReturnableLines singles =
        new ReturnableLines(
            IntStream.rangeClosed(1, 3_000)
                .mapToObj(i -> bought("S" + i, 1, "CUP", 1, "2.50", 5))
                .toList());

    List<TransactionLine> lines =
        ReturnWithoutReference.match(aReturn(pieces(3_000, "CUP", "2.50")), SITI, singles);

    assertThat(lines).hasSize(ReturnWithoutReference.MOST_LINES);
    assertThat(lines.stream().mapToInt(TransactionLine::quantity).sum()).isEqualTo(3_000);
  }

  private List<TransactionLine> match(ReportedTransaction report) {
    return ReturnWithoutReference.match(report, SITI, purchases);
  }

  private static String purchase(TransactionLine line) {
    return List.of("OLD", "NEW", "DEAR", "TOMORROW").stream()
        .filter(
            name ->
                java.util
                    .UUID
                    .nameUUIDFromBytes(name.getBytes())
                    .equals(line.returnOf().transactionId()))
        .findFirst()
        .orElseThrow();
  }
}
