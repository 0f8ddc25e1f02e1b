package io.github.langgan.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.event.CloudEventHeaders;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.event.Topics;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.Patience;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class InboxTest {

  private static final String TOPIC = SampleListener.TOPIC;
  private static final String TYPE = "sample.counted";

  @Inject TestTopics topics;
  @Inject Topics names;
  @Inject SampleListener listener;
  @Inject TopicConsumers consumers;
  @Inject InboxFaultsOnDemand faults;
  @Inject ParkedEvents parked;
  @Inject ReplayParked replay;
  @Inject Positions positions;
  @Inject Freshnesses freshnesses;
  @Inject MeterRegistry registry;
  @Inject Jdbi jdbi;

  @AfterEach
  void mend() {
    listener.mended.set(false);
    listener.databaseTrouble.set(0);
    listener.hold.countDown();
  }

  @Test
  void an_event_that_arrives_twice_has_one_effect() {
    UUID key = UuidV7.next();
    UUID id = topics.publish(TOPIC, key, TYPE, number(1));
    topics.publish(TOPIC, key, TYPE, number(1), Map.of(CloudEventHeaders.ID, id.toString()));
    topics.publish(TOPIC, key, TYPE, number(2));

    awaitNumbers(key, 1, 2);
  }

  @Test
  void a_poison_event_is_parked_with_its_reason_and_later_ones_of_its_key_wait_behind_it() {
    UUID key = UuidV7.next();
    UUID other = UuidV7.next();
    topics.publish(TOPIC, key, TYPE, number(1));
    UUID poison = topics.publish(TOPIC, key, TYPE, poison(2));
    UUID behind = topics.publish(TOPIC, key, TYPE, number(3));
    topics.publish(TOPIC, other, TYPE, number(1));

    awaitNumbers(other, 1);
    awaitNumbers(key, 1);
    await().until(() -> parked.find(behind).isPresent());
    var head = parked.find(poison).orElseThrow();
    assertThat(head.reason()).contains("poison, for a test");
    assertThat(head.attempts()).isEqualTo(3);
    assertThat(head.behind()).isFalse();
    assertThat(parked.find(behind).orElseThrow().behind()).isTrue();
  }

  @Test
  void a_replay_applies_a_keys_events_in_their_order_once_the_cause_is_mended() {
    UUID key = UuidV7.next();
    UUID poison = topics.publish(TOPIC, key, TYPE, poison(1));
    IntStream.rangeClosed(2, 5).forEach(n -> topics.publish(TOPIC, key, TYPE, number(n)));
    UUID last = topics.publish(TOPIC, key, TYPE, number(6));
    await().until(() -> parked.find(last).isPresent());

    var failing = replay.replay(TOPIC, key.toString());
    assertThat(failing.applied()).isZero();
    assertThat(failing.failedEventId()).isEqualTo(poison);

    listener.mended.set(true);
    var result = replay.replay(TOPIC, key.toString());
    assertThat(result.applied()).isEqualTo(6);
    assertThat(parked.find(poison)).isEmpty();
    topics.publish(TOPIC, key, TYPE, number(7));
    awaitNumbers(key, 1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void what_stands_behind_a_dropped_event_can_be_replayed() {
    UUID key = UuidV7.next();
    UUID poison = topics.publish(TOPIC, key, TYPE, poison(1));
    UUID behind = topics.publish(TOPIC, key, TYPE, number(2));
    await().until(() -> parked.find(behind).isPresent());

    replay.drop(parked.find(poison).orElseThrow());
    replay.replay(TOPIC, key.toString());

    awaitNumbers(key, 2);
    assertThat(parked.find(behind)).isEmpty();
  }

  @Test
  void a_record_that_is_no_event_is_parked_never_skipped() {
    long before = parked.count();
    topics.send(TOPIC, "no uuid", Map.of(), new byte[] {0, 1, (byte) 0xff});
    topics.send(TOPIC, null, Map.of(CloudEventHeaders.TYPE, TYPE), null);
    UUID key = UuidV7.next();
    UUID garbled = topics.publish(TOPIC, key, TYPE, "{\"number\":");

    await().until(() -> parked.count() == before + 3);
    assertThat(parked.find(garbled)).isPresent();
  }

  @Test
  void a_type_that_nobody_knows_is_skipped_and_counted() {
    UUID key = UuidV7.next();
    double before = registry.counter("langgan.inbox.skipped", "topic", TOPIC).count();
    topics.publish(TOPIC, key, "sample.unknown", "{}");
    topics.publish(TOPIC, key, TYPE, number(1));

    awaitNumbers(key, 1);
    assertThat(registry.counter("langgan.inbox.skipped", "topic", TOPIC).count())
        .isEqualTo(before + 1);
  }

  @Test
  void dying_after_the_effect_and_before_the_offset_commit_doubles_nothing() {
    UUID key = UuidV7.next();
    faults.dieOnceApplied();
    topics.publish(TOPIC, key, TYPE, number(1));
    await().until(faults::died);
    topics.publish(TOPIC, key, TYPE, number(2));

    awaitNumbers(key, 1, 2);
  }

  @Test
  void while_the_database_is_away_events_wait_and_are_not_parked() {
    UUID key = UuidV7.next();
    long before = parked.count();
    listener.databaseTrouble.set(4);
    topics.publish(TOPIC, key, TYPE, number(1));

    awaitNumbers(key, 1);
    assertThat(parked.count()).isEqualTo(before);
  }

  @Test
  void a_topic_has_as_many_consumers_as_the_service_wants() {
    String name = "inbox " + names.inKafka(TOPIC);
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().equals(name))
        .hasSize(2);
  }

  @Test
  void a_second_consumer_that_joins_and_leaves_loses_and_doubles_nothing() {
    List<UUID> keys = IntStream.range(0, 24).mapToObj(i -> UuidV7.next()).toList();
    TopicConsumer second = consumers.create(listener);
    for (int n = 1; n <= 60; n++) {
      if (n == 10) {
        second.start();
      }
      if (n == 40) {
        second.stop();
      }
      for (UUID key : keys) {
        topics.publish(TOPIC, key, TYPE, number(n));
      }
    }
    second.awaitEnd();

    int[] all = IntStream.rangeClosed(1, 60).toArray();
    keys.forEach(key -> awaitNumbers(key, all));
  }

  @Test
  void a_consumer_ends_its_batch_before_it_stops() throws Exception {
    UUID key = UuidV7.next();
    CountDownLatch held = new CountDownLatch(1);
    listener.hold = held;
    topics.publish(TOPIC, key, TYPE, number(1));
    await().until(() -> listener.inside.get() > 0);
    Thread stopping = Thread.ofVirtual().start(() -> consumers.stop(new ShutdownEvent()));
    await().until(() -> stopping.getState() != Thread.State.NEW);
    assertThat(stopping.join(Duration.ofMillis(200))).isFalse();
    held.countDown();

    assertThat(stopping.join(Patience.LONGEST)).isTrue();
    assertThat(numbers(key)).containsExactly(1);
    consumers.start(new StartupEvent());
  }

  @Test
  void a_reader_waits_until_its_write_is_included() {
    UUID key = UuidV7.next();
    Position first = new Position(TOPIC, key, 1);
    assertThat(positions.await(TOPIC, List.of(first), Duration.ofMillis(50))).isFalse();

    topics.publish(TOPIC, key, TYPE, number(1));

    assertThat(positions.await(TOPIC, List.of(first), Patience.LONGEST)).isTrue();
    awaitNumbers(key, 1);
  }

  @Test
  void many_readers_wait_at_once_and_each_gets_its_own_answer() throws Exception {
    UUID key = UuidV7.next();
    int readers = 400;
    List<Future<Boolean>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < readers; i++) {
        Position asked = new Position(TOPIC, key, i % 2 == 0 ? 1 : 2);
        Duration longest = Duration.ofSeconds(i % 2 == 0 ? 20 : 2);
        answers.add(threads.submit(() -> positions.await(TOPIC, List.of(asked), longest)));
      }
      topics.publish(TOPIC, key, TYPE, number(1));
      for (int i = 0; i < readers; i++) {
        assertThat(answers.get(i).get()).as("reader %d", i).isEqualTo(i % 2 == 0);
      }
    }
  }

  @Test
  void a_reader_can_wait_for_an_effect_of_its_write() {
    UUID key = UuidV7.next();
    Position cause = new Position("crm.profile", key, 7);
    topics.publish(
        TOPIC, key, TYPE, number(1), Map.of(CloudEventHeaders.CAUSATION, cause.toString()));

    assertThat(positions.await(TOPIC, List.of(cause), Patience.LONGEST)).isTrue();
    assertThat(positions.await("crm.complaint", List.of(cause), Duration.ofMillis(30))).isFalse();
  }

  @Test
  void a_view_that_has_all_events_is_fresh() {
    UUID key = UuidV7.next();
    topics.publish(TOPIC, key, TYPE, number(1));
    awaitNumbers(key, 1);

    await()
        .untilAsserted(
            () -> {
              Freshness freshness = freshnesses.of(key, List.of(TOPIC)).get(TOPIC);
              assertThat(freshness.lagMillis()).isLessThan(2_000);
              assertThat(freshnesses.ofAll(TOPIC).lagMillis()).isLessThan(2_000);
            });
    assertThat(freshnesses.of(key, List.of("crm.nowhere")).get("crm.nowhere").asOf())
        .isEqualTo(java.time.Instant.EPOCH);
    assertThat(freshnesses.ofAll("crm.nowhere").asOf()).isEqualTo(java.time.Instant.EPOCH);
  }

  private static String number(int number) {
    return "{\"number\":%d,\"poison\":false,\"echo\":false,\"fromTheFuture\":1}".formatted(number);
  }

  private static String poison(int number) {
    return "{\"number\":%d,\"poison\":true,\"echo\":false}".formatted(number);
  }

  private void awaitNumbers(UUID key, int... numbers) {
    await().untilAsserted(() -> assertThat(numbers(key)).containsExactly(box(numbers)));
  }

  private static Integer[] box(int[] numbers) {
    return IntStream.of(numbers).boxed().toArray(Integer[]::new);
  }

  private List<Integer> numbers(UUID key) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT number FROM sample_effect WHERE key = :key ORDER BY position")
                .bind("key", key)
                .mapTo(Integer.class)
                .list());
  }
}
