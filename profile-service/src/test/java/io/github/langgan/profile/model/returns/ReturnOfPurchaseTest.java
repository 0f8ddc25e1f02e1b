package io.github.langgan.profile.model.returns;

import static io.github.langgan.profile.model.returns.Purchases.aReturn;
import static io.github.langgan.profile.model.returns.Purchases.bought;
import static io.github.langgan.profile.model.returns.Purchases.pieces;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.profile.model.ReportedTransaction;
import io.github.langgan.profile.model.TransactionLine;
import io.github.langgan.profile.model.TransactionType;
import io.github.langgan.profile.model.returns.ReturnMatch.ExceedsPurchase;
import io.github.langgan.profile.model.returns.ReturnMatch.Matched;
import io.github.langgan.profile.model.returns.ReturnMatch.NothingLeft;
import io.github.langgan.profile.model.returns.ReturnMatch.OtherCurrency;
import io.github.langgan.profile.model.returns.ReturnMatch.PurchaseUnknown;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnOfPurchaseTest {

  private final ReturnableLines purchases =
      new ReturnableLines(
          List.of(
              bought("A1", 1, "CUP", 6, "2.50", 3),
              bought("A1", 2, "PLATE", 2, "9.00", 3),
              bought("A1", 3, "CUP", 1, "2.00", 3)));

  @Test
  void no_lines_give_back_all_that_is_left() {
    match(aReturn("A1", pieces(4, "CUP", "2.50")));

    List<TransactionLine> rest = lines(aReturn("A1"));

    assertThat(rest).extracting(TransactionLine::quantity).containsExactly(2, 2, 1);
    assertThat(rest)
        .extracting(line -> line.returnOf().line())
        .as("each says which line it gives back")
        .containsExactly(1, 2, 3);
  }

  @Test
  void a_line_of_the_same_price_is_given_back_first() {
    List<TransactionLine> lines = lines(aReturn("A1", pieces(2, "CUP", "2.00")));

    assertThat(lines).extracting(line -> line.returnOf().line()).containsExactly(3, 1);
    assertThat(lines)
        .extracting(line -> line.amount().toPlainString())
        .containsExactly("2.00", "2.50");
  }

  @Test
  void without_a_price_the_purchase_says_what_is_paid_back() {
    List<TransactionLine> lines = lines(aReturn("A1", pieces(2, "PLATE")));

    assertThat(lines).singleElement().extracting(TransactionLine::amount).hasToString("18.00");
  }

  @Test
  void more_than_was_bought_is_refused_and_takes_nothing() {
    ReturnMatch refused =
        match(aReturn("A1", pieces(1, "PLATE", "9.00"), pieces(8, "CUP", "2.50")));

    assertThat(refused).isEqualTo(new ExceedsPurchase(1, "CUP", 7));
    assertThat(purchases.taken()).isEmpty();
  }

  @Test
  void two_lines_of_one_product_count_together() {
    assertThat(match(aReturn("A1", pieces(4, "CUP", "2.50"), pieces(4, "CUP", "2.50"))))
        .isEqualTo(new ExceedsPurchase(1, "CUP", 3));
  }

  @Test
  void what_was_not_bought_is_refused() {
    assertThat(match(aReturn("A1", pieces(1, "SPOON", "1.00"))))
        .isEqualTo(new ExceedsPurchase(0, "SPOON", 0));
  }

  @Test
  void a_second_full_return_finds_nothing_left() {
    match(aReturn("A1"));

    assertThat(match(aReturn("A1"))).isEqualTo(new NothingLeft("A1"));
  }

  @Test
  void an_unknown_purchase_is_refused() {
    assertThat(match(aReturn("A2"))).isEqualTo(new PurchaseUnknown("A2"));
  }

  @Test
  void another_currency_is_refused() {
    ReportedTransaction inRupiah =
        new ReportedTransaction(
            "R1", TransactionType.RETURN, Purchases.NOON, null, "IDR", "STORE", "A1", List.of());

    assertThat(match(inRupiah)).isEqualTo(new OtherCurrency("GBP"));
  }

  @Test
  void what_is_undone_can_be_given_back_again() {
    purchases.undo(lines(aReturn("A1")));

    assertThat(purchases.taken()).isEmpty();
    assertThat(lines(aReturn("A1"))).extracting(TransactionLine::quantity).containsExactly(6, 2, 1);
  }

  private ReturnMatch match(ReportedTransaction report) {
    return ReturnOfPurchase.match(report, purchases);
  }

  private List<TransactionLine> lines(ReportedTransaction report) {
    return ((Matched) match(report)).lines();
  }
}
