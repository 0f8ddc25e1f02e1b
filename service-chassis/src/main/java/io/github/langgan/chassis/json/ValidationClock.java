package io.github.langgan.chassis.json;

import jakarta.inject.Singleton;
import jakarta.validation.ClockProvider;
import java.time.Clock;

/** {@code @Past} and its kin look at the same clock as everything else. */
@Singleton
final class ValidationClock implements ClockProvider {

  private final Clock clock;

  ValidationClock(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Clock getClock() {
    return clock;
  }
}
