package io.github.langgan.chassis.inbox;

import io.github.langgan.chassis.time.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * The poll loop of one topic. Offsets are committed only after the effects are, so whatever dies in
 * between comes again and is dropped by the inbox. While the database is away the partitions are
 * paused and the loop goes on polling, so that the group keeps its members.
 */
final class TopicConsumer implements ConsumerRebalanceListener {

  private static final Logger LOG = Logger.getLogger(TopicConsumer.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration DRAIN = Duration.ofSeconds(10);

  private final TopicListener listener;
  private final String topic;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final ApplyOrPark applyOrPark;
  private final InboxProgress progress;
  private final InboxMetrics metrics;
  private final InboxFaults faults;
  private final Clock clock;
  private final Duration progressInterval;
  private final Thread thread;
  private final Map<Integer, Instant> lastEventTimes = new HashMap<>();
  private final Backoff trouble = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
  private volatile boolean running = true;
  private volatile Consumer<byte[], byte[]> consumer;
  private boolean paused;
  private long nextProgressNanos = System.nanoTime();

  TopicConsumer(
      TopicListener listener,
      String topic,
      Supplier<Consumer<byte[], byte[]>> consumers,
      ApplyOrPark applyOrPark,
      InboxProgress progress,
      InboxMetrics metrics,
      InboxFaults faults,
      Clock clock,
      Duration progressInterval) {
    this.listener = listener;
    this.topic = topic;
    this.consumers = consumers;
    this.applyOrPark = applyOrPark;
    this.progress = progress;
    this.metrics = metrics;
    this.faults = faults;
    this.clock = clock;
    this.progressInterval = progressInterval;
    this.thread = Thread.ofPlatform().name("inbox " + topic).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  void stop() {
    running = false;
    Consumer<byte[], byte[]> current = consumer;
    if (current != null) {
      current.wakeup();
    }
  }

  void awaitEnd() {
    try {
      thread.join(DRAIN);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (running) {
      try (Consumer<byte[], byte[]> opened = consumers.get()) {
        consumer = opened;
        opened.subscribe(List.of(topic), this);
        while (running) {
          pollOnce(opened);
        }
      } catch (WakeupException stopping) {
        LOG.debugf("%s: stops", topic);
      } catch (RuntimeException failure) {
        LOG.warnf("%s: consumer starts anew after %s", topic, failure.toString());
        metrics.lag(listener.topic(), this, null);
        rest(trouble.next());
      }
    }
  }

  private void pollOnce(Consumer<byte[], byte[]> kafka) {
    ConsumerRecords<byte[], byte[]> polled = kafka.poll(POLL);
    if (!polled.isEmpty()) {
      if (apply(polled)) {
        trouble.reset();
        faults.applied(listener.topic());
        commit(kafka);
      } else {
        rewind(kafka, polled);
        keepPolling(kafka, trouble.next());
      }
    }
    if (System.nanoTime() - nextProgressNanos >= 0) {
      reportProgress(kafka);
      nextProgressNanos = System.nanoTime() + progressInterval.toNanos();
    }
  }

  private boolean apply(ConsumerRecords<byte[], byte[]> polled) {
    List<InboxRecord> records = new ArrayList<>(polled.count());
    for (ConsumerRecord<byte[], byte[]> one : polled) {
      records.add(InboxRecord.of(listener.topic(), one));
    }
    try {
      applyOrPark.apply(listener, records);
      polled.forEach(
          one -> lastEventTimes.put(one.partition(), Instant.ofEpochMilli(one.timestamp())));
      return true;
    } catch (RuntimeException databaseTrouble) {
      LOG.warnf("%s: %s; the batch comes again", topic, FailureReason.of(databaseTrouble));
      return false;
    }
  }

  private void commit(Consumer<byte[], byte[]> kafka) {
    try {
      kafka.commitSync();
    } catch (CommitFailedException | RebalanceInProgressException lost) {
      LOG.debugf("%s: partitions moved before the commit; their events come again", topic);
    }
  }

  private static void rewind(
      Consumer<byte[], byte[]> kafka, ConsumerRecords<byte[], byte[]> polled) {
    for (TopicPartition partition : polled.partitions()) {
      kafka.seek(partition, polled.records(partition).getFirst().offset());
    }
  }

  private void keepPolling(Consumer<byte[], byte[]> kafka, Duration time) {
    paused = true;
    kafka.pause(kafka.assignment());
    long end = System.nanoTime() + time.toNanos();
    while (running && System.nanoTime() < end) {
      kafka.poll(Duration.ofMillis(50));
    }
    paused = false;
    kafka.resume(kafka.assignment());
  }

  /** Asks the broker for the ends: being at the end of a broker that is away means nothing. */
  private void reportProgress(Consumer<byte[], byte[]> kafka) {
    Instant asked = clock.instant();
    if (kafka.assignment().isEmpty()) {
      metrics.lag(listener.topic(), this, null);
      return;
    }
    try {
      long lag = 0;
      Map<Integer, Instant> asOf = new HashMap<>();
      for (var end : kafka.endOffsets(kafka.assignment(), Duration.ofSeconds(2)).entrySet()) {
        int partition = end.getKey().partition();
        long behind = end.getValue() - kafka.position(end.getKey(), Duration.ofSeconds(2));
        lag += behind;
        Instant known = behind <= 0 ? asked : lastEventTimes.get(partition);
        if (known != null) {
          asOf.put(partition, known);
        }
      }
      metrics.lag(listener.topic(), this, lag);
      progress.report(listener.topic(), asOf);
    } catch (WakeupException stopping) {
      throw stopping;
    } catch (KafkaException brokerAway) {
      LOG.debugf("%s: progress unknown: %s", topic, brokerAway.toString());
      metrics.lag(listener.topic(), this, null);
    } catch (RuntimeException databaseAway) {
      LOG.debugf("%s: progress not stored: %s", topic, databaseAway.toString());
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    if (paused) {
      consumer.pause(partitions);
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    // every polled record was applied and committed, or rewound, before this poll
  }

  private static void rest(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
