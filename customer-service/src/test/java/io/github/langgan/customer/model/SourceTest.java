package io.github.langgan.customer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SourceTest {

  private static final Instant NOW = Instant.parse("2026-03-09T10:00:00Z");

  @Test
  void clocks_may_differ_a_little_but_nothing_comes_from_the_future() {
    Instant soon = NOW.plus(Duration.ofMinutes(4));
    assertThat(Source.of("WEB", soon, null, NOW).receivedAt()).isEqualTo(soon);
    assertThatThrownBy(() -> Source.of("WEB", NOW.plus(Duration.ofHours(1)), null, NOW))
        .isInstanceOfSatisfying(
            InvalidValue.class, invalid -> assertThat(invalid.field()).isEqualTo("receivedAt"));
  }
}
