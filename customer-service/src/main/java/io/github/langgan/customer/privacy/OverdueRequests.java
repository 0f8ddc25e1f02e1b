package io.github.langgan.customer.privacy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** How many requests are too late, or will be within a day. Asked at each scrape. */
@Singleton
class OverdueRequests {

  private static final Logger LOG = Logger.getLogger(OverdueRequests.class);

  private static final String COUNT =
      "SELECT count(*) FROM privacy_request WHERE ended_at IS NULL AND due_at < :at";

  private final Jdbi jdbi;
  private final Clock clock;
  private final MeterRegistry registry;

  OverdueRequests(Jdbi jdbi, Clock clock, MeterRegistry registry) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.registry = registry;
  }

  void register(@Observes StartupEvent event) {
    Gauge.builder("langgan.privacy.requests.overdue", () -> dueWithin(Duration.ZERO))
        .register(registry);
    Gauge.builder("langgan.privacy.requests.due.soon", () -> dueWithin(RequestClock.NOTICE))
        .register(registry);
  }

  /** A gauge that can't be read is not a number, never a zero. */
  private double dueWithin(Duration time) {
    Instant at = clock.instant().plus(time);
    try {
      return jdbi.withHandle(
          handle ->
              handle
                  .createQuery(COUNT)
                  .bind("at", Requests.utc(at))
                  .mapTo(Long.class)
                  .one()
                  .doubleValue());
    } catch (RuntimeException databaseAway) {
      LOG.debugf("metric not known: %s", databaseAway.toString());
      return Double.NaN;
    }
  }
}
