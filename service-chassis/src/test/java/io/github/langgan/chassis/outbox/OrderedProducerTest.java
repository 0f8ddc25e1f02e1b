package io.github.langgan.chassis.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownServerException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class OrderedProducerTest {

  private final List<Connection> connections = new ArrayList<>();
  private final OrderedProducer producer = new OrderedProducer(this::connect);

  private boolean acknowledgesAtOnce = true;
  private int withoutMetadata = -1;

  @Test
  void batches_that_succeed_go_through_one_connection() throws Exception {
    producer.send(records("1", "2"));
    producer.send(records("3"));

    assertThat(connections).hasSize(1);
    assertThat(connections.getFirst().sent()).containsExactly("1", "2", "3");
    producer.close();
    assertThat(connections.getFirst().closed()).isTrue();
  }

  @Test
  void nothing_follows_a_record_that_could_not_leave() {
    withoutMetadata = 1;

    assertThatThrownBy(() -> producer.send(records("1", "2", "3")))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("not present in metadata");

    assertThat(connections.getFirst().sent()).containsExactly("1");
    assertThat(connections.getFirst().closed()).isTrue();
  }

  @Test
  void what_waits_behind_a_refused_record_is_given_up_at_once() throws Exception {
    acknowledgesAtOnce = false;
    try (var thread = Executors.newSingleThreadExecutor()) {
      Future<?> batch =
          thread.submit(
              () -> {
                producer.send(records("1", "2", "3"));
                return null;
              });
      await().until(() -> connections.size() == 1 && connections.getFirst().sent().size() == 3);

      connections.getFirst().errorNext(new UnknownServerException("refused"));

      assertThat(connections.getFirst().closedInCallback).isTrue();
      assertThatThrownBy(batch::get).hasRootCauseMessage("refused");
    }
  }

  @Test
  void after_a_failure_the_batch_goes_whole_through_a_new_connection() throws Exception {
    withoutMetadata = 1;
    assertThatThrownBy(() -> producer.send(records("1", "2", "3")))
        .isInstanceOf(ExecutionException.class);
    withoutMetadata = -1;

    producer.send(records("1", "2", "3"));

    assertThat(connections).hasSize(2);
    assertThat(connections.getLast().sent()).containsExactly("1", "2", "3");
  }

  @Test
  void a_connection_that_cannot_be_closed_in_peace_is_not_used_again() throws Exception {
    producer.send(records("1"));
    connections.getFirst().closeException = new KafkaException("interrupted while closing");
    withoutMetadata = 1;

    assertThatThrownBy(() -> producer.send(records("2"))).isInstanceOf(KafkaException.class);
    producer.send(records("2"));

    assertThat(connections).hasSize(2);
    assertThat(connections.getLast().sent()).containsExactly("2");
  }

  private Connection connect() {
    Connection connection = new Connection();
    connections.add(connection);
    return connection;
  }

  private static List<ProducerRecord<byte[], byte[]>> records(String... values) {
    return List.of(values).stream()
        .map(value -> new ProducerRecord<byte[], byte[]>("topic", value.getBytes(UTF_8)))
        .toList();
  }

  /** Answers as Kafka's own does while it can't learn where a topic's partitions are. */
  private final class Connection extends MockProducer<byte[], byte[]> {

    private volatile boolean closedInCallback;

    Connection() {
      super(acknowledgesAtOnce, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public synchronized Future<RecordMetadata> send(
        ProducerRecord<byte[], byte[]> record, Callback callback) {
      if (history().size() != withoutMetadata) {
        return super.send(
            record,
            (stored, failure) -> {
              callback.onCompletion(stored, failure);
              closedInCallback = closed();
            });
      }
      withoutMetadata = -1;
      TimeoutException failure = new TimeoutException("Topic topic not present in metadata");
      callback.onCompletion(null, failure);
      return CompletableFuture.failedFuture(failure);
    }

    List<String> sent() {
      return history().stream().map(record -> new String(record.value(), UTF_8)).toList();
    }
  }
}
