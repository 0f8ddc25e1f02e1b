package io.github.langgan.customer.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.langgan.customer.model.InvalidValue;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PeriodTest {

  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

  @Test
  void it_holds_from_its_first_day_until_the_day_before_its_end() {
    assertThat(of(MAY, JUNE).contains(MAY)).isTrue();
    assertThat(of(MAY, JUNE).contains(JUNE.minusDays(1))).isTrue();
    assertThat(of(MAY, JUNE).contains(JUNE)).isFalse();
    assertThat(of(MAY, JUNE).contains(MAY.minusDays(1))).isFalse();
    assertThat(of(null, null).contains(MAY)).isTrue();
  }

  @Test
  void one_that_follows_another_does_not_overlap_it() {
    assertThat(of(MAY, JUNE).overlaps(of(JUNE, null))).isFalse();
    assertThat(of(JUNE, null).overlaps(of(null, JUNE))).isFalse();
    assertThat(of(MAY, JULY).overlaps(of(JUNE, null))).isTrue();
    assertThat(of(null, null).overlaps(of(MAY, JUNE))).isTrue();
    assertThat(of(null, JULY).overlaps(of(null, MAY))).isTrue();
  }

  @Test
  void one_that_never_held_overlaps_nothing() {
    assertThat(of(JUNE, JUNE).overlaps(of(MAY, JULY))).isFalse();
    assertThat(of(null, null).overlaps(of(JUNE, JUNE))).isFalse();
    assertThat(of(JUNE, JUNE).contains(JUNE)).isFalse();
  }

  @Test
  void it_does_not_end_before_it_begins() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> of(JUNE, MAY))
        .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("validUntil"));
  }

  private static Period of(@Nullable LocalDate from, @Nullable LocalDate until) {
    return new Period(from, until);
  }
}
