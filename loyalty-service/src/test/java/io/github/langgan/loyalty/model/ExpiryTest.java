package io.github.langgan.loyalty.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryTest {

  @ParameterizedTest
  @CsvSource({
    "P24M, 2026-01-06T04:10:00Z, Asia/Jakarta, 2028-01-06T17:00:00Z",
    // still the evening before in Greenwich, the next day in Jakarta
    "P1D,  2026-01-06T18:00:00Z, Asia/Jakarta, 2026-01-08T17:00:00Z",
    "P1M,  2026-01-31T12:00:00Z, UTC,          2026-03-01T00:00:00Z",
    "P30D, 2026-03-01T12:00:00Z, Europe/London, 2026-03-31T23:00:00Z",
  })
  void points_live_to_the_end_of_their_last_day_where_the_program_lives(
      Period period, Instant given, String zone, Instant end) {
    assertThat(Expiry.rolling(period).endsFor(given, ZoneId.of(zone))).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({
    "--12-31, P0D, 2026-01-06T12:00:00Z, 2027-01-01T00:00:00Z",
    // on the day itself they can still be spent
    "--12-31, P0D, 2026-12-31T12:00:00Z, 2027-01-01T00:00:00Z",
    "--12-31, P3M, 2026-09-30T12:00:00Z, 2027-01-01T00:00:00Z",
    "--12-31, P3M, 2026-10-01T12:00:00Z, 2028-01-01T00:00:00Z",
    "--02-29, P0D, 2026-02-01T12:00:00Z, 2026-03-01T00:00:00Z",
    "--02-29, P0D, 2028-02-01T12:00:00Z, 2028-03-01T00:00:00Z",
    "--03-31, P1M, 2026-02-28T12:00:00Z, 2026-04-01T00:00:00Z",
  })
  void points_may_expire_on_a_day_of_the_year_that_is_far_enough_away(
      String day, Period atLeast, Instant given, Instant end) {
    assertThat(Expiry.fixed(MonthDay.parse(day), atLeast).endsFor(given, ZoneId.of("UTC")))
        .isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({
    "MONTH,   0, 2026-02-28T12:00:00Z, 2026-03-01T00:00:00Z",
    "MONTH,   2, 2026-12-15T12:00:00Z, 2027-03-01T00:00:00Z",
    "QUARTER, 0, 2026-05-15T12:00:00Z, 2026-07-01T00:00:00Z",
    "QUARTER, 1, 2026-12-31T23:00:00Z, 2027-04-01T00:00:00Z",
    "YEAR,    0, 2026-01-01T00:00:00Z, 2027-01-01T00:00:00Z",
    "YEAR,    1, 2026-12-31T12:00:00Z, 2028-01-01T00:00:00Z",
  })
  void points_may_expire_with_a_period_of_the_calendar(
      Expiry.Calendar calendar, int later, Instant given, Instant end) {
    assertThat(Expiry.endOf(calendar, later).endsFor(given, ZoneId.of("UTC"))).isEqualTo(end);
  }
}
