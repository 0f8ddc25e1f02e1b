package io.github.langgan.customer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BirthDateTest {

  private static final Instant LATE_IN_THE_DAY = Instant.parse("2026-03-09T23:00:00Z");

  @Test
  void whoever_was_born_where_tomorrow_has_begun_was_born() {
    LocalDate tomorrow = LocalDate.of(2026, 3, 10);
    assertThat(BirthDate.of(tomorrow, LATE_IN_THE_DAY).value()).isEqualTo(tomorrow);
  }

  @Test
  void nobody_was_born_after_that_or_in_another_age() {
    assertThatThrownBy(() -> BirthDate.of(LocalDate.of(2026, 3, 11), LATE_IN_THE_DAY))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> BirthDate.of(LocalDate.of(1849, 12, 31), LATE_IN_THE_DAY))
        .isInstanceOf(InvalidValue.class);
  }
}
