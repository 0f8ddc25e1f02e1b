package io.github.langgan.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.event.CloudEventHeaders;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OutboxTest {

  @Inject Outbox outbox;
  @Inject TestTopics topics;
  @Inject RelayFaultsOnDemand faults;
  @Inject Jdbi jdbi;

  @AfterEach
  void heal() {
    faults.heal();
  }

  @Test
  void a_committed_event_reaches_the_topic_as_a_cloud_event() {
    UUID key = UuidV7.next();

    var position = inTransaction(() -> outbox.append(new SampleHappened(key, 1, "héllo")));

    assertThat(position.sequence()).isEqualTo(1);
    TestTopics.Seen seen = awaitSeen(key, 1).getFirst();
    assertThat(seen.json()).isEqualTo("{\"sampleId\":\"%s\",\"number\":1,\"note\":\"héllo\"}", key);
    assertThat(seen.headers())
        .containsEntry(CloudEventHeaders.SPEC_VERSION, "1.0")
        .containsEntry(CloudEventHeaders.TYPE, "sample.happened")
        .containsEntry(CloudEventHeaders.SOURCE, "/customer")
        .containsEntry(CloudEventHeaders.SUBJECT, key.toString())
        .containsEntry(CloudEventHeaders.SEQUENCE, "1");
    assertThat(UUID.fromString(seen.headers().get(CloudEventHeaders.ID)).version()).isEqualTo(7);
    await().untilAsserted(() -> assertThat(stored(key)).isZero());
  }

  @Test
  void a_rolled_back_event_never_leaves_and_takes_no_sequence() {
    UUID key = UuidV7.next();

    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      outbox.append(new SampleHappened(key, 1, "lost"));
                      throw new IllegalStateException("business refused");
                    }))
        .hasMessageContaining("business refused");
    inTransaction(() -> outbox.append(new SampleHappened(key, 2, "kept")));

    assertThat(awaitSeen(key, 1)).extracting(TestTopics.Seen::sequence).containsExactly(1L);
  }

  @Test
  void an_event_outside_a_transaction_is_refused() {
    assertThatThrownBy(() -> outbox.append(new SampleHappened(UuidV7.next(), 1, "")))
        .isInstanceOf(TransactionalException.class);
  }

  @Test
  void an_event_that_no_broker_would_take_is_refused_at_the_commit() {
    assertThatThrownBy(
            () ->
                inTransaction(
                    () ->
                        outbox.append(
                            new SampleHappened(
                                UuidV7.next(), 1, "x".repeat(WriteEvents.MAX_BYTES)))))
        .isInstanceOf(EventTooLarge.class);
  }

  @Test
  void events_of_one_key_keep_their_order_without_gaps_under_concurrent_commits() throws Exception {
    UUID key = UuidV7.next();
    UUID other = UuidV7.next();
    try (var pool = Executors.newFixedThreadPool(8)) {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        int number = i;
        writers.add(
            pool.submit(
                () ->
                    inTransaction(
                        () ->
                            outbox.append(
                                List.of(
                                    new SampleHappened(key, number, "a"),
                                    new SampleHappened(other, number, "b"),
                                    new SampleHappened(key, number, "c"))))));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }

    assertThat(awaitSeen(key, 400))
        .extracting(TestTopics.Seen::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 400).boxed().toList());
    assertThat(awaitSeen(other, 200))
        .extracting(TestTopics.Seen::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 200).boxed().toList());
  }

  @Test
  void dying_after_the_commit_and_before_the_publication_loses_nothing() {
    UUID key = UuidV7.next();
    faults.stopBeforeReading();

    inTransaction(() -> outbox.append(new SampleHappened(key, 1, "committed")));
    assertThat(stored(key)).isEqualTo(1);
    faults.heal();

    assertThat(awaitSeen(key, 1)).hasSize(1);
  }

  @Test
  void dying_after_the_publication_and_before_the_mark_sends_the_same_id_again() {
    UUID key = UuidV7.next();
    faults.dieOncePublished();

    inTransaction(
        () ->
            outbox.append(
                IntStream.range(0, 3).mapToObj(n -> new SampleHappened(key, n, "")).toList()));

    List<TestTopics.Seen> seen = awaitSeen(key, 6);
    assertThat(seen).extracting(TestTopics.Seen::sequence).containsExactly(1L, 2L, 3L, 1L, 2L, 3L);
    assertThat(ids(seen.subList(0, 3))).doesNotHaveDuplicates().isEqualTo(ids(seen.subList(3, 6)));
  }

  private <T> T inTransaction(java.util.concurrent.Callable<T> work) {
    return QuarkusTransaction.requiringNew().call(work);
  }

  private static List<String> ids(List<TestTopics.Seen> seen) {
    return seen.stream().map(one -> one.headers().get(CloudEventHeaders.ID)).toList();
  }

  private long stored(UUID key) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT count(*) FROM outbox WHERE key = :key")
                .bind("key", key)
                .mapTo(Long.class)
                .one());
  }

  private List<TestTopics.Seen> awaitSeen(UUID key, int count) {
    return await()
        .until(
            () ->
                topics.published("sample.happened").stream()
                    .filter(e -> e.key().equals(key))
                    .toList(),
            seen -> seen.size() >= count);
  }
}
