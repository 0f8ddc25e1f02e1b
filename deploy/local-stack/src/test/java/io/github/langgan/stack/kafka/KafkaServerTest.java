package io.github.langgan.stack.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.stack.process.FreePorts;
import io.github.langgan.stack.process.StackModule;
import io.github.langgan.stack.process.StackProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaServerTest {

  private static final TopicPartition PARTITION = new TopicPartition("crm.customer", 0);

  private KafkaServer server;
  private StackProcess process;

  @BeforeAll
  void start(@TempDir Path home) {
    List<Integer> ports = FreePorts.find(2);
    server = new KafkaServer(StackModule.here(), home, ports.getFirst(), ports.getLast());
    process = new StackProcess(home, server.spec());
    process.start();
  }

  @AfterAll
  void stop() {
    process.stop();
  }

  @Test
  void events_outlive_a_kill() throws Exception {
    send("before");
    process.killHard();
    process.start();
    send("after");

    assertThat(received(2)).containsExactly("before", "after");
  }

  private void send(String value) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                server.bootstrapServers(),
                ProducerConfig.ACKS_CONFIG,
                "all"),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(PARTITION.topic(), 0, "key", value)).get();
    }
  }

  private List<String> received(int count) {
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, server.bootstrapServers()),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(Set.of(PARTITION));
      consumer.seekToBeginning(Set.of(PARTITION));
      Awaitility.await()
          .untilAsserted(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(event -> values.add(event.value()));
                assertThat(values).hasSize(count);
              });
    }
    return values;
  }
}
