package io.github.langgan.chassis.outbox;

import static io.github.langgan.chassis.event.CloudEventHeaders.*;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.event.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Turns outbox rows into CloudEvents 1.0 in binary mode. */
@Singleton
class EventProducer {

  private final Map<String, Object> kafka;
  private final String schemaBase;
  private final Topics topics;

  EventProducer(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "langgan.events.schema-base", defaultValue = "urn:langgan:events")
          String schemaBase,
      Topics topics) {
    this.kafka = kafka;
    this.schemaBase = schemaBase;
    this.topics = topics;
  }

  OrderedProducer create() {
    return new OrderedProducer(this::connect);
  }

  /**
   * Gives no record up for its age, and has one request under way at a time: when one fails,
   * nothing that stands behind it has left.
   */
  private Producer<byte[], byte[]> connect() {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, 131_072);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Returns when the broker has acknowledged all of them. Keys go first: who reads an event finds
   * its key told.
   */
  void send(OrderedProducer producer, List<OutboxRow> rows) throws Exception {
    send(producer, rows, row -> Topics.KEYS.equals(row.topic()));
    send(producer, rows, row -> !Topics.KEYS.equals(row.topic()));
  }

  private void send(OrderedProducer producer, List<OutboxRow> rows, Predicate<OutboxRow> which)
      throws Exception {
    List<ProducerRecord<byte[], byte[]>> records =
        rows.stream().filter(which).map(this::record).toList();
    if (!records.isEmpty()) {
      producer.send(records);
    }
  }

  private ProducerRecord<byte[], byte[]> record(OutboxRow row) {
    String topic = row.topic() == null ? topics.own() : row.topic();
    var event =
        new ProducerRecord<>(
            topics.inKafka(topic),
            null,
            row.key().toString().getBytes(UTF_8),
            row.data().getBytes(UTF_8));
    Headers headers = event.headers();
    put(headers, SPEC_VERSION, "1.0");
    put(headers, ID, row.eventId().toString());
    put(headers, TYPE, row.type());
    put(headers, SOURCE, topics.source());
    put(headers, TIME, row.occurredAt().toString());
    put(headers, SUBJECT, row.subject());
    put(headers, DATA_SCHEMA, schemaBase + "/" + row.type() + "/v" + row.version());
    put(headers, SEQUENCE, Long.toString(row.sequence()));
    put(headers, CONTENT_TYPE, "application/json");
    put(headers, TRACE_PARENT, row.traceparent());
    put(headers, CAUSATION, row.causation());
    put(headers, PERSON_KEY, row.personKey() == null ? null : row.personKey().toString());
    return event;
  }

  private static void put(Headers headers, String name, @Nullable String value) {
    if (value != null) {
      headers.add(name, value.getBytes(UTF_8));
    }
  }
}
