package io.github.langgan.chassis.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What an operator watches of the inbox, per topic. */
@Singleton
class InboxMetrics {

  private final MeterRegistry registry;
  private final Map<String, Map<Object, Long>> lags = new ConcurrentHashMap<>();

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

  /**
   * Records that the partitions of one of this process's consumers still hold.
   *
   * @param records null where it isn't known: the broker is away, or gave it no partitions
   */
  void lag(String topic, Object consumer, @Nullable Long records) {
    Map<Object, Long> known =
        lags.computeIfAbsent(
            topic,
            one -> {
              Map<Object, Long> ofConsumers = new ConcurrentHashMap<>();
              Gauge.builder("langgan.inbox.lag", ofConsumers, InboxMetrics::sum)
                  .tag("topic", topic)
                  .register(registry);
              return ofConsumers;
            });
    if (records == null) {
      known.remove(consumer);
    } else {
      known.put(consumer, records);
    }
  }

  /** Of nothing: zero would say that nothing waits. */
  private static double sum(Map<Object, Long> lags) {
    List<Long> known = List.copyOf(lags.values());
    return known.isEmpty() ? Double.NaN : known.stream().mapToLong(Long::longValue).sum();
  }
}
