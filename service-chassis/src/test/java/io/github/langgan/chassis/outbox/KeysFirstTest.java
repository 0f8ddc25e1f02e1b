package io.github.langgan.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.event.Topics;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class KeysFirstTest {

  @Inject EventProducer producers;

  @Test
  void no_event_leaves_before_the_broker_has_the_keys_of_its_batch() throws Exception {
    var kafka =
        new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    List<OutboxRow> batch =
        Stream.of(Topics.KEYS, "", Topics.KEYS, "").map(KeysFirstTest::row).toList();

    var relay = Executors.newSingleThreadExecutor();
    try {
      var sent =
          relay.submit(
              () -> {
                producers.send(new OrderedProducer(() -> kafka), batch);
                return true;
              });
      await().until(() -> kafka.history().size() == 2);
      assertThat(topics(kafka)).allMatch(topic -> topic.endsWith(Topics.KEYS));
      kafka.completeNext();
      assertThat(kafka.history()).hasSize(2);
      kafka.completeNext();
      await().until(() -> kafka.history().size() == 4);
      assertThat(topics(kafka).subList(2, 4)).allMatch(topic -> topic.endsWith("crm.customer"));
      kafka.completeNext();
      kafka.completeNext();
      assertThat(sent.get()).isTrue();
    } finally {
      relay.shutdownNow();
    }
  }

  private static List<String> topics(MockProducer<byte[], byte[]> kafka) {
    return kafka.history().stream().map(ProducerRecord::topic).toList();
  }

  private static OutboxRow row(String topic) {
    return new OutboxRow(
        1,
        UuidV7.next(),
        UuidV7.next(),
        1,
        "sample.happened",
        1,
        "subject",
        Instant.EPOCH,
        null,
        null,
        "{}",
        topic.isEmpty() ? null : topic,
        null);
  }
}
