package io.github.langgan.chassis.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.event.CloudEventHeaders;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.testing.StackResource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the poll loop says of itself while a server is away. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class TopicConsumerTest {

  private static final String TOPIC = "crm.loyalty";
  private static final String TYPE = "sample.counted";
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

  private final Broker broker = new Broker();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final InboxMetrics metrics = new InboxMetrics(registry);
  private final Unlucky listener = new Unlucky();

  @Inject ApplyOrPark applyOrPark;
  @Inject InboxFaults faults;
  @Inject Jdbi jdbi;
  @Inject Clock clock;

  private Progress progress;
  private TopicConsumer consumer;

  @BeforeEach
  void create() {
    progress = new Progress(jdbi);
    consumer = consumerOf(broker);
  }

  private TopicConsumer consumerOf(Broker broker) {
    return new TopicConsumer(
        listener,
        TOPIC,
        () -> broker,
        applyOrPark,
        progress,
        metrics,
        faults,
        clock,
        Duration.ZERO);
  }

  @AfterEach
  void stop() {
    consumer.stop();
    consumer.awaitEnd();
  }

  @Test
  void the_lag_is_unknown_while_the_broker_is_away() {
    broker.reaches(5);
    broker.givesPartition();
    consumer.start();
    await().untilAsserted(() -> assertThat(lag()).isEqualTo(5));

    broker.away = true;
    await().untilAsserted(() -> assertThat(lag()).isNaN());

    broker.away = false;
    await().untilAsserted(() -> assertThat(lag()).isEqualTo(5));
  }

  @Test
  void the_lag_is_that_of_all_consumers_which_know_theirs() {
    broker.reaches(5);
    broker.givesPartition();
    consumer.start();
    Broker brokerOfAnother = new Broker();
    brokerOfAnother.reaches(3);
    TopicConsumer another = consumerOf(brokerOfAnother);
    another.start();
    await().untilAsserted(() -> assertThat(lag()).isEqualTo(5));

    brokerOfAnother.givesPartition();
    await().untilAsserted(() -> assertThat(lag()).isEqualTo(8));

    broker.away = true;
    await().untilAsserted(() -> assertThat(lag()).isEqualTo(3));
    another.stop();
    another.awaitEnd();
  }

  @Test
  void the_lag_is_unknown_before_there_are_partitions() {
    consumer.start();
    await().until(() -> broker.polls.get() > 2);
    assertThat(lag()).isNaN();
  }

  @Test
  void a_consumer_that_cannot_go_on_knows_no_lag() {
    broker.reaches(5);
    broker.givesPartition();
    consumer.start();
    await().untilAsserted(() -> assertThat(lag()).isEqualTo(5));

    broker.setPollException(new TimeoutException("for a test"));
    await().untilAsserted(() -> assertThat(lag()).isNaN());
  }

  @Test
  void what_could_not_be_applied_is_not_called_included() {
    broker.reaches(1);
    broker.givesPartition();
    broker.holds(Instant.parse("2026-01-05T03:00:00Z"));
    consumer.start();

    await().until(() -> listener.attempts.get() > 0);
    int before = progress.reports.size();
    await().until(() -> progress.reports.size() > before + 1);
    assertThat(progress.reports).isNotEmpty().allMatch(Map::isEmpty);
  }

  private double lag() {
    return Optional.ofNullable(registry.find("langgan.inbox.lag").gauge())
        .map(gauge -> gauge.value())
        .orElse(Double.NaN);
  }

  private static final class Unlucky implements TopicListener {

    private final AtomicInteger attempts = new AtomicInteger();

    @Override
    public String topic() {
      return TOPIC;
    }

    @Override
    public Set<String> types() {
      return Set.of(TYPE);
    }

    @Override
    public void apply(List<ReceivedEvent> events) {
      attempts.incrementAndGet();
      throw new IllegalStateException(new SQLException("connection lost, for a test", "08006"));
    }
  }

  private static final class Progress extends InboxProgress {

    private final List<Map<Integer, Instant>> reports = new CopyOnWriteArrayList<>();

    private Progress(Jdbi jdbi) {
      super(jdbi);
    }

    @Override
    void report(String topic, Map<Integer, Instant> asOf) {
      reports.add(asOf);
    }
  }

  private static final class Broker extends MockConsumer<byte[], byte[]> {

    private final AtomicInteger polls = new AtomicInteger();
    private volatile boolean away;

    private Broker() {
      super("earliest");
    }

    private void reaches(long offset) {
      updateBeginningOffsets(Map.of(PARTITION, 0L));
      updateEndOffsets(Map.of(PARTITION, offset));
    }

    private void givesPartition() {
      schedulePollTask(() -> rebalance(List.of(PARTITION)));
    }

    private void holds(Instant published) {
      schedulePollTask(
          () ->
              addRecord(
                  new ConsumerRecord<>(
                      TOPIC,
                      0,
                      0,
                      published.toEpochMilli(),
                      TimestampType.CREATE_TIME,
                      0,
                      0,
                      UUID.randomUUID().toString().getBytes(UTF_8),
                      "{}".getBytes(UTF_8),
                      headers(published),
                      Optional.empty())));
    }

    private static Headers headers(Instant published) {
      Headers headers = new RecordHeaders();
      Map.of(
              CloudEventHeaders.ID,
              UUID.randomUUID().toString(),
              CloudEventHeaders.TYPE,
              TYPE,
              CloudEventHeaders.DATA_SCHEMA,
              "/events/" + TYPE + "/v1",
              CloudEventHeaders.SOURCE,
              "/test",
              CloudEventHeaders.TIME,
              published.toString())
          .forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
      return headers;
    }

    @Override
    public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
      polls.incrementAndGet();
      return super.poll(timeout);
    }

    @Override
    public Map<TopicPartition, Long> endOffsets(
        Collection<TopicPartition> partitions, Duration timeout) {
      if (away) {
        throw new TimeoutException("no broker, for a test");
      }
      return super.endOffsets(partitions, timeout);
    }
  }
}
