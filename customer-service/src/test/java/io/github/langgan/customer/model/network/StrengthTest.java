package io.github.langgan.customer.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StrengthTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private final Strength strength = new Strength(730);

  @Test
  void it_is_what_was_stated_on_the_day_on_which_it_was_confirmed() {
    assertThat(strength.on(DAY, new BigDecimal("0.80"), DAY)).isEqualByComparingTo("0.8");
  }

  @Test
  void it_is_halved_with_each_half_life() {
    assertThat(strength.on(DAY.plusDays(730), new BigDecimal("0.8"), DAY))
        .isEqualByComparingTo("0.4");
    assertThat(strength.on(DAY.plusDays(1460), new BigDecimal("0.8"), DAY))
        .isEqualByComparingTo("0.2");
    assertThat(strength.on(DAY.plusDays(365), new BigDecimal("0.8"), DAY))
        .isEqualByComparingTo("0.5657");
  }

  @Test
  void before_it_was_confirmed_it_is_no_stronger_than_stated() {
    assertThat(strength.on(DAY.minusDays(730), new BigDecimal("0.8"), DAY))
        .isEqualByComparingTo("0.8");
  }

  @Test
  void unstated_it_is_a_half() {
    assertThat(strength.on(DAY, null, DAY)).isEqualByComparingTo("0.5");
  }

  @Test
  void a_half_life_has_at_least_a_day() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Strength(0));
  }
}
