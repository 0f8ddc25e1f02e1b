package io.github.langgan.profile.model.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.profile.model.returns.LineMoney.Share;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LineMoneyTest {

  @Example
  void a_discounted_line_is_given_back_in_shares_that_add_up() {
    LineMoney line = LineMoney.of(3, new BigDecimal("4.00"), new BigDecimal("2.00"), "GBP");

    assertThat(line.share(0, 1).amount()).isEqualByComparingTo("3.33");
    assertThat(line.share(1, 2).amount()).isEqualByComparingTo("3.34");
    assertThat(line.share(2, 3).amount()).isEqualByComparingTo("3.33");
  }

  @Example
  void rupiah_have_two_decimals_and_yen_none() {
    assertThat(LineMoney.of(3, BigDecimal.ONE, BigDecimal.ZERO, "IDR").decimals()).isEqualTo(2);
    assertThat(LineMoney.of(3, BigDecimal.ONE, BigDecimal.ZERO, "JPY").decimals()).isZero();
  }

  @Property
  void however_a_line_is_split_its_shares_add_up_to_it(
      @ForAll("lines") LineMoney line, @ForAll("cuts") List<Integer> cuts) {
    List<Share> shares = new ArrayList<>();
    int before = 0;
    for (int cut : cuts) {
      int upTo = before + 1 + Math.floorMod(cut, line.quantity());
      if (upTo < line.quantity()) {
        shares.add(line.share(before, upTo));
        before = upTo;
      }
    }
    shares.add(line.share(before, line.quantity()));

    Share whole = line.share(0, line.quantity());
    assertThat(sum(shares.stream().map(Share::amount).toList()))
        .isEqualByComparingTo(whole.amount());
    assertThat(sum(shares.stream().map(Share::discount).toList()))
        .isEqualByComparingTo(line.discount());
    assertThat(shares).allMatch(share -> share.amount().signum() >= 0);
    assertThat(shares).allMatch(share -> share.discount().signum() >= 0);
  }

  @Property
  void the_whole_line_is_given_back_for_what_was_paid(@ForAll("lines") LineMoney line) {
    assertThat(line.share(0, line.quantity()).amount())
        .isEqualByComparingTo(
            line.unitPrice()
                .multiply(BigDecimal.valueOf(line.quantity()))
                .subtract(line.discount()));
  }

  @Provide
  Arbitrary<LineMoney> lines() {
    Arbitrary<Integer> quantities = Arbitraries.integers().between(1, 5_000);
    Arbitrary<BigDecimal> prices =
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("99999")).ofScale(4);
    Arbitrary<Integer> scales = Arbitraries.integers().between(0, 4);
    Arbitrary<Double> parts = Arbitraries.doubles().between(0, 1);
    Arbitrary<String> currencies = Arbitraries.of("GBP", "IDR", "JPY", "KWD");
    return Combinators.combine(quantities, prices, scales, parts, currencies)
        .as(LineMoneyTest::line);
  }

  @Provide
  Arbitrary<List<Integer>> cuts() {
    return Arbitraries.integers().between(0, 10_000).list().ofMaxSize(50);
  }

  private static LineMoney line(
      int quantity, BigDecimal price, int scale, double part, String currency) {
    BigDecimal unitPrice = price.setScale(scale, java.math.RoundingMode.DOWN);
    BigDecimal discount =
        unitPrice
            .multiply(BigDecimal.valueOf(quantity))
            .multiply(BigDecimal.valueOf(part))
            .setScale(4, java.math.RoundingMode.DOWN);
    return LineMoney.of(quantity, unitPrice, discount, currency);
  }

  private static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
