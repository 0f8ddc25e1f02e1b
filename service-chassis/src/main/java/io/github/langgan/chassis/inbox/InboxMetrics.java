package io.github.langgan.chassis.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What an operator watches of the inbox, per topic. */
@Singleton
class InboxMetrics {

  private final MeterRegistry registry;
  private final Map<String, Double> lags = new ConcurrentHashMap<>();

  InboxMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void applied(String topic, int applied, int duplicates) {
    registry.summary("langgan.inbox.batch.size", "topic", topic).record(applied);
    registry.counter("langgan.inbox.applied", "topic", topic).increment(applied);
    registry.counter("langgan.inbox.duplicates", "topic", topic).increment(duplicates);
  }

  void skipped(String topic, int events) {
    registry.counter("langgan.inbox.skipped", "topic", topic).increment(events);
  }

  void parked(String topic) {
    registry.counter("langgan.inbox.parkings", "topic", topic).increment();
  }

  /** Records that this process's partitions still hold. */
  void lag(String topic, long records) {
    setLag(topic, records);
  }

  /** The broker is away or gave this process no partitions: zero would say that nothing waits. */
  void lagIsUnknown(String topic) {
    setLag(topic, Double.NaN);
  }

  private void setLag(String topic, double records) {
    if (lags.put(topic, records) == null) {
      Gauge.builder("langgan.inbox.lag", lags, known -> known.getOrDefault(topic, Double.NaN))
          .tag("topic", topic)
          .register(registry);
    }
  }
}
