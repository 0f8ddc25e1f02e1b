package io.github.langgan.customer.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryScheduleTest {

  private static final Instant NOW = Instant.parse("2026-01-05T03:00:00Z");

  private static Duration wait(int failed) {
    return RetrySchedule.waitAfter(failed, null).orElseThrow();
  }

  @Test
  void ten_attempts_spread_over_three_days() {
    assertThat(wait(1)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
    assertThat(wait(9)).isBetween(Duration.ofHours(24), Duration.ofMinutes(29 * 60));
    assertThat(RetrySchedule.waitAfter(10, null)).isEmpty();
    Duration all = IntStream.rangeClosed(1, 9).mapToObj(i -> wait(i)).reduce(Duration::plus).get();
    assertThat(all).isBetween(Duration.ofHours(75), RetrySchedule.LONGEST);
  }

  @Test
  void not_all_come_again_at_one_moment() {
    assertThat(IntStream.range(0, 20).mapToObj(i -> wait(9)).distinct().count()).isGreaterThan(1);
  }

  @Test
  void a_receiver_may_ask_for_more_time_but_for_no_more_than_a_day() {
    assertThat(RetrySchedule.waitAfter(1, Duration.ofMinutes(7))).contains(Duration.ofMinutes(7));
    assertThat(RetrySchedule.waitAfter(1, Duration.ofDays(900))).contains(Duration.ofHours(24));
    assertThat(RetrySchedule.waitAfter(2, Duration.ofSeconds(1)).orElseThrow())
        .isGreaterThanOrEqualTo(Duration.ofMinutes(5));
    assertThat(RetrySchedule.waitAfter(10, Duration.ofSeconds(1))).isEmpty();
  }

  @Test
  void retry_after_is_seconds_or_a_date() {
    assertThat(RetryAfter.parse("120", NOW)).isEqualTo(Duration.ofSeconds(120));
    assertThat(RetryAfter.parse("Mon, 5 Jan 2026 03:02:00 GMT", NOW))
        .isEqualTo(Duration.ofMinutes(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-1", "1.5", "soon", "99999999999999", "Mon, 5 Jan 2026 02:00:00 GMT"})
  void any_other_retry_after_is_none(String header) {
    assertThat(RetryAfter.parse(header, NOW)).isNull();
    assertThat(RetryAfter.parse(null, NOW)).isNull();
  }
}
