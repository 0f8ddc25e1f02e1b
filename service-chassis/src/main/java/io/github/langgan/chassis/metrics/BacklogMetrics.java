package io.github.langgan.chassis.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What waits in the database: to be published, parked, given up. Asked at each scrape. */
@Singleton
class BacklogMetrics {

  private static final Logger LOG = Logger.getLogger(BacklogMetrics.class);

  private final Jdbi jdbi;
  private final Clock clock;
  private final MeterRegistry registry;

  BacklogMetrics(Jdbi jdbi, Clock clock, MeterRegistry registry) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.registry = registry;
  }

  void register(@Observes StartupEvent event) {
    Gauge.builder("langgan.outbox.age.seconds", this::ageSeconds).register(registry);
    Gauge.builder("langgan.outbox.rows", this::rows).register(registry);
    Gauge.builder("langgan.inbox.parked", this::parked).register(registry);
    Gauge.builder("langgan.due.work.failed", this::failedWork).register(registry);
  }

  private double ageSeconds() {
    return ask(
        handle ->
            handle
                .createQuery("SELECT occurred_at FROM outbox ORDER BY position LIMIT 1")
                .mapTo(Instant.class)
                .findOne()
                .map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0));
  }

  private double rows() {
    return count("SELECT count(*) FROM outbox");
  }

  private double parked() {
    return count("SELECT count(*) FROM parked_event");
  }

  private double failedWork() {
    return count("SELECT count(*) FROM due_work WHERE failed_at IS NOT NULL");
  }

  private double count(String sql) {
    return ask(handle -> handle.createQuery(sql).mapTo(Long.class).one().doubleValue());
  }

  /** A gauge that can't be read is not a number, never a zero. */
  private double ask(Function<Handle, Double> question) {
    try {
      return jdbi.withHandle(question::apply);
    } catch (RuntimeException databaseAway) {
      LOG.debugf("metric not known: %s", databaseAway.toString());
      return Double.NaN;
    }
  }
}
