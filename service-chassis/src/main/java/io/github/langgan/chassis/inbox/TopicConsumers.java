package io.github.langgan.chassis.inbox;

import io.github.langgan.chassis.event.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Starts consumers for each listener, which share its partitions, and lets each end its batch
 * before the service stops. Of several, one waits for the database while another one computes.
 */
@Singleton
class TopicConsumers {

  private final Map<String, Object> kafka;
  private final String service;
  private final boolean enabled;
  private final int batchSize;
  private final int consumersPerTopic;
  private final Duration progressInterval;
  private final TopicListeners listeners;
  private final ApplyOrPark applyOrPark;
  private final InboxProgress progress;
  private final InboxMetrics metrics;
  private final InboxFaults faults;
  private final Topics topics;
  private final Clock clock;
  private final List<TopicConsumer> running = new ArrayList<>();

  TopicConsumers(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "langgan.service") String service,
      @ConfigProperty(name = "langgan.inbox.enabled", defaultValue = "true") boolean enabled,
      @ConfigProperty(name = "langgan.inbox.batch-size", defaultValue = "500") int batchSize,
      @ConfigProperty(name = "langgan.inbox.consumers-per-topic", defaultValue = "1")
          int consumersPerTopic,
      @ConfigProperty(name = "langgan.inbox.progress-interval", defaultValue = "1s")
          Duration progressInterval,
      TopicListeners listeners,
      ApplyOrPark applyOrPark,
      InboxProgress progress,
      InboxMetrics metrics,
      InboxFaults faults,
      Topics topics,
      Clock clock) {
    this.kafka = kafka;
    this.service = service;
    this.enabled = enabled;
    this.batchSize = batchSize;
    this.consumersPerTopic = consumersPerTopic;
    this.progressInterval = progressInterval;
    this.listeners = listeners;
    this.applyOrPark = applyOrPark;
    this.progress = progress;
    this.metrics = metrics;
    this.faults = faults;
    this.topics = topics;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    if (enabled) {
      for (TopicListener listener : listeners.all()) {
        IntStream.range(0, consumersPerTopic).forEach(consumer -> startOne(listener));
      }
    }
  }

  void stop(@Observes ShutdownEvent event) {
    running.forEach(TopicConsumer::stop);
    running.forEach(TopicConsumer::awaitEnd);
    running.clear();
  }

  private void startOne(TopicListener listener) {
    TopicConsumer consumer = create(listener);
    running.add(consumer);
    consumer.start();
  }

  TopicConsumer create(TopicListener listener) {
    return new TopicConsumer(
        listener,
        topics.inKafka(listener.topic()),
        () -> consumerOf(listener),
        applyOrPark,
        progress,
        metrics,
        faults,
        clock,
        progressInterval);
  }

  private Consumer<byte[], byte[]> consumerOf(TopicListener listener) {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(
        ConsumerConfig.GROUP_ID_CONFIG,
        topics.inKafka("langgan." + service + "." + listener.topic()));
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batchSize);
    config.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    config.putIfAbsent(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
