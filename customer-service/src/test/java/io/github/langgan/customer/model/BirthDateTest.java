package io.github.langgan.customer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BirthDateTest {

  private static final Instant LATE_IN_THE_DAY = Instant.parse("2026-03-09T23:00:00Z");

  @Test
  void whoever_was_born_where_tomorrow_has_begun_was_born() {
    LocalDate tomorrow = LocalDate.of(2026, 3, 10);
    assertThat(BirthDate.of(tomorrow, LATE_IN_THE_DAY).value()).isEqualTo(tomorrow);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1990-02-30", "1990-4-21", "21.04.1990", "2999-01-01", "+12999-01-01", ""})
  void what_is_no_birthday_is_refused(String written) {
    assertThatThrownBy(() -> BirthDate.read(written, LATE_IN_THE_DAY))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void it_is_written_as_a_date() {
    assertThat(BirthDate.read("1990-04-21", LATE_IN_THE_DAY).value())
        .isEqualTo(LocalDate.of(1990, 4, 21));
  }

  @Test
  void nobody_was_born_after_that_or_in_another_age() {
    assertThatThrownBy(() -> BirthDate.of(LocalDate.of(2026, 3, 11), LATE_IN_THE_DAY))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> BirthDate.of(LocalDate.of(1849, 12, 31), LATE_IN_THE_DAY))
        .isInstanceOf(InvalidValue.class);
  }
}
