package io.github.langgan.customer.webhook.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What an operator watches of webhooks. The database is asked at each scrape. */
@Singleton
class DeliveryMetrics {

  private static final Logger LOG = Logger.getLogger(DeliveryMetrics.class);

  private final Jdbi jdbi;
  private final Clock clock;
  private final MeterRegistry registry;

  DeliveryMetrics(Jdbi jdbi, Clock clock, MeterRegistry registry) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.registry = registry;
  }

  void register(@Observes StartupEvent event) {
    Gauge.builder("langgan.webhook.waiting", () -> count("WAITING")).register(registry);
    Gauge.builder("langgan.webhook.dead", () -> count("DEAD")).register(registry);
    Gauge.builder("langgan.webhook.age.seconds", this::ageSeconds).register(registry);
  }

  void count(List<Attempt> attempts) {
    for (Attempt attempt : attempts) {
      String outcome =
          switch (attempt.state()) {
            case "DELIVERED" -> "delivered";
            case "DEAD" -> "dead";
            default -> "failed";
          };
      registry.counter("langgan.webhook.attempts", "outcome", outcome).increment();
      registry.timer("langgan.webhook.duration", "outcome", outcome).record(attempt.took());
    }
  }

  private double count(String state) {
    return ask(
        handle ->
            handle
                .createQuery(
                    "SELECT count(*) FROM webhook_delivery"
                        + " WHERE state = :state AND state <> 'DELIVERED'")
                .bind("state", state)
                .mapTo(Double.class)
                .one());
  }

  private double ageSeconds() {
    return ask(
        handle ->
            handle
                .createQuery("SELECT min(wanted_at) FROM webhook_delivery WHERE state = 'WAITING'")
                .mapTo(Instant.class)
                .findFirst()
                .map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0));
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
