package io.github.langgan.chassis.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** Ticks in microseconds, PostgreSQL's resolution, so that what is answered equals what is read. */
@ApplicationScoped
class ClockProducer {

  @Produces
  @DefaultBean
  @ApplicationScoped
  Clock clock() {
    return new MicrosecondClock(Clock.systemUTC());
  }

  /** {@link Clock#tick} can't be proxied by the container, its class being final. */
  static class MicrosecondClock extends Clock {

    private final Clock ticking;

    MicrosecondClock(Clock base) {
      this.ticking = Clock.tick(base, Duration.ofNanos(1_000));
    }

    /** For the client proxy only. */
    protected MicrosecondClock() {
      this(Clock.systemUTC());
    }

    @Override
    public java.time.ZoneId getZone() {
      return ticking.getZone();
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return ticking.withZone(zone);
    }

    @Override
    public java.time.Instant instant() {
      return ticking.instant();
    }
  }
}
