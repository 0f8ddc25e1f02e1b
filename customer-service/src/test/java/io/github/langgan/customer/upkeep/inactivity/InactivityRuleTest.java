package io.github.langgan.customer.upkeep.inactivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.langgan.customer.model.InvalidValue;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far back a rule looks. */
class InactivityRuleTest {

  @Test
  void months_are_those_of_the_calendar() {
    LocalDate day = LocalDate.of(2026, 3, 31);
    assertThat(rule("P1M", 1).cutOff(day)).isEqualTo("2026-02-28");
    assertThat(rule("P1M", 25).cutOff(day)).isEqualTo("2024-02-29");
    assertThat(rule("P1Y", 2).cutOff(day)).isEqualTo("2024-03-31");
    assertThat(rule("P2W", 4).cutOff(day)).isEqualTo("2026-02-03");
  }

  @ParameterizedTest
  @CsvSource({"P0D, 1", "P-1M, 1", "P1D, 30", "P1D, 1", "P1Y, 101"})
  void what_is_shorter_than_a_month_or_longer_than_a_life_is_refused(String period, int periods) {
    assertThatThrownBy(() -> rule(period, periods)).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @CsvSource({"P31D, 1", "P1M, 1", "P1D, 31", "P1Y, 100"})
  void what_lies_between_is_a_rule(String period, int periods) {
    assertThat(rule(period, periods).periods()).isEqualTo(periods);
  }

  private static InactivityRule rule(String period, int periods) {
    return new InactivityRule("GONE", Period.parse(period), periods, null, null);
  }
}
