package io.github.langgan.loyalty.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityTest {

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
    assertThat(new Validity(period).endsFor(given, ZoneId.of(zone))).isEqualTo(end);
  }
}
