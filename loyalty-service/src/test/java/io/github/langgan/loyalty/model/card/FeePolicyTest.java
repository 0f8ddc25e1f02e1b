package io.github.langgan.loyalty.model.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeePolicyTest {

  private static final FeePolicy POLICY =
      new FeePolicy(new BigDecimal("0.50"), Set.of("GOLD"), Set.of(ReplacementReason.DAMAGED));

  @ParameterizedTest
  @CsvSource({
    "10.00,    GBP, 0.50,  5.00",
    "25.01,    GBP, 0.50,  12.51", // 12.505: half a penny is rounded up
    "25.03,    GBP, 0.50,  12.52",
    "15000,    IDR, 0.50,  7500.00",
    "25001,    JPY, 0.5,   12501",
    "1.001,    KWD, 0.5,   0.501",
    "9.99,     GBP, 0,     0.00",
    "9.99,     GBP, 1,     9.99",
    "0,        GBP, 0.50,  0.00",
    "10.00,    GBP, 0.333, 3.33",
  })
  void the_fee_is_the_share_of_the_price_in_whole_minor_units(
      BigDecimal price, String currency, BigDecimal share, BigDecimal fee) {
    FeePolicy policy = new FeePolicy(share, Set.of(), Set.of());

    assertThat(policy.fee(price, currency, ReplacementReason.LOST, Optional.empty()))
        .isEqualTo(new Fee(fee, currency, null));
  }

  @Test
  void members_of_the_named_tiers_pay_nothing_and_others_do() {
    assertThat(fee(ReplacementReason.LOST, "GOLD"))
        .isEqualTo(new Fee(new BigDecimal("0.00"), "GBP", Waiver.TIER));
    assertThat(fee(ReplacementReason.LOST, "SILVER").amount()).isEqualTo("5.00");
    assertThat(fee(ReplacementReason.LOST, null).waiver()).isNull();
  }

  @Test
  void nobody_pays_for_the_named_reasons() {
    assertThat(fee(ReplacementReason.DAMAGED, null))
        .isEqualTo(new Fee(new BigDecimal("0.00"), "GBP", Waiver.REASON));
    assertThat(fee(ReplacementReason.STOLEN, null).amount()).isEqualTo("5.00");
  }

  @Property
  void half_a_price_and_the_other_half_are_less_than_a_penny_apart(
      @ForAll @BigRange(min = "0", max = "99999999") @Scale(2) BigDecimal price) {
    BigDecimal half =
        FeePolicy.HALF.fee(price, "GBP", ReplacementReason.LOST, Optional.empty()).amount();

    assertThat(half.subtract(price.subtract(half)))
        .isBetween(BigDecimal.ZERO, new BigDecimal("0.01"));
    assertThat(half.scale()).isEqualTo(2);
  }

  private static Fee fee(ReplacementReason reason, @org.jspecify.annotations.Nullable String tier) {
    return POLICY.fee(new BigDecimal("10.00"), "GBP", reason, Optional.ofNullable(tier));
  }
}
