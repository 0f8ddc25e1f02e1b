package io.github.langgan.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.event.Topics;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class TwoRelaysTest {

  private static final Duration LEASE = Duration.ofSeconds(3);

  @Inject Outbox outbox;
  @Inject OutboxRelay first;
  @Inject RelayFaultsOnDemand faults;
  @Inject OutboxRows rows;
  @Inject EventProducer producers;
  @Inject Topics topics;
  @Inject TestTopics probe;
  @Inject Jdbi jdbi;

  @Test
  void a_second_relay_takes_over_from_a_frozen_one_and_both_together_keep_the_order()
      throws Exception {
    UUID key = UuidV7.next();
    CountDownLatch frozen = faults.freezeOnceRead();
    append(key, 1);
    await().until(faults::isFrozen);
    append(key, 2);

    OutboxRelay second = new OutboxRelay(jdbi, rows, producers, new RelayFaults(), true, LEASE);
    second.start(new StartupEvent());
    try {
      await().until(() -> sequences(key).size() >= 2);
      frozen.countDown();
      append(key, 3);
      await().until(() -> sequences(key).contains(3L));
      // the thawed relay has sent its stale batch again by then
      await().until(() -> sequences(key).size() >= 4);
    } finally {
      second.stop(new ShutdownEvent());
    }

    assertThat(new LinkedHashSet<>(sequences(key)))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 3).boxed().toList());
  }

  private void append(UUID key, int number) {
    QuarkusTransaction.requiringNew().run(() -> outbox.append(new SampleHappened(key, number, "")));
  }

  private List<Long> sequences(UUID key) {
    return probe.published("sample.happened").stream()
        .filter(seen -> seen.key().equals(key))
        .map(TestTopics.Seen::sequence)
        .toList();
  }
}
