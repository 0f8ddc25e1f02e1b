package io.github.langgan.chassis.testing;

import static io.github.langgan.chassis.event.CloudEventHeaders.*;
import static io.github.langgan.chassis.event.PersonalEvent.PERSON;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.chassis.encryption.PersonCipher;
import io.github.langgan.chassis.encryption.PersonKey;
import io.github.langgan.chassis.encryption.PersonKeys;
import io.github.langgan.chassis.event.Topics;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.json.EventJson;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends events as another service would, and reads what is on a topic. Inject it into a test. */
@Singleton
public class TestTopics {

  /** An event on a topic; {@code headers} by name, {@code json} its data. */
  public record Seen(
      UUID key, String type, long sequence, Map<String, String> headers, String json) {}

  private final Map<String, Object> kafka;
  private final Topics topics;
  private final PersonKeys keys;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Map<String, Long> sequences = new HashMap<>();
  private final Map<String, TopicReader> readers = new HashMap<>();

  TestTopics(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      Topics topics,
      PersonKeys keys) {
    this.kafka = kafka;
    this.topics = topics;
    this.keys = keys;
    Map<String, Object> atOnce = new HashMap<>(kafka);
    atOnce.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    this.producer =
        new KafkaProducer<>(atOnce, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** The next event of its key, version 1; returns its id. */
  public UUID publish(String topic, UUID key, String type, String json) {
    return publish(topic, key, type, json, Map.of());
  }

  /** With headers that replace or, when empty, take away the usual ones. */
  public synchronized UUID publish(
      String topic, UUID key, String type, String json, Map<String, String> headers) {
    UUID id = UuidV7.next();
    long sequence = sequences.merge(topic + key, 1L, Long::sum);
    Map<String, String> all = new TreeMap<>();
    all.put(SPEC_VERSION, "1.0");
    all.put(ID, id.toString());
    all.put(TYPE, type);
    all.put(SOURCE, "/" + topic.substring(topic.indexOf('.') + 1));
    all.put(TIME, Instant.now().toString());
    all.put(SUBJECT, key.toString());
    all.put(DATA_SCHEMA, "urn:langgan:events/" + type + "/v1");
    all.put(SEQUENCE, Long.toString(sequence));
    all.putAll(headers);
    send(topic, key.toString(), all, json.getBytes(UTF_8));
    return UUID.fromString(all.get(ID));
  }

  /** Any bytes at all. */
  public void send(
      String topic, @Nullable String key, Map<String, String> headers, byte @Nullable [] payload) {
    var event =
        new ProducerRecord<byte[], byte[]>(
            topics.inKafka(topic), null, key == null ? null : key.getBytes(UTF_8), payload);
    headers.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            event.headers().add(name, value.getBytes(UTF_8));
          }
        });
    try {
      producer.send(event).get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** What this service has published so far of a type. */
  public List<Seen> published(String type) {
    return on(topics.own()).stream().filter(seen -> seen.type().equals(type)).toList();
  }

  /** All that came onto the topic so far; the events of one key in their order. */
  public synchronized List<Seen> on(String topic) {
    return readers
        .computeIfAbsent(topic, named -> new TopicReader(kafka, topics.inKafka(named)))
        .read()
        .stream()
        .map(TestTopics::seen)
        .toList();
  }

  /** As who has the keys that this service has reads them. */
  public List<Seen> decrypted(List<Seen> events) {
    Set<UUID> ids =
        events.stream()
            .map(event -> event.headers().get(PERSON_KEY))
            .filter(Objects::nonNull)
            .map(UUID::fromString)
            .collect(Collectors.toSet());
    Map<UUID, PersonKey> told = QuarkusTransaction.requiringNew().call(() -> keys.told(ids));
    return events.stream().map(event -> decrypted(event, told)).toList();
  }

  private static Seen decrypted(Seen event, Map<UUID, PersonKey> told) {
    String id = event.headers().get(PERSON_KEY);
    SecretKey key = id == null ? null : told.get(UUID.fromString(id)).key();
    if (key == null) {
      return event;
    }
    ObjectNode data = EventJson.read(event.json().getBytes(UTF_8), ObjectNode.class);
    byte[] person = PersonCipher.decrypt(data.path(PERSON).textValue(), key);
    data.set(PERSON, EventJson.read(person, JsonNode.class));
    return new Seen(event.key(), event.type(), event.sequence(), event.headers(), data.toString());
  }

  private static Seen seen(ConsumerRecord<byte[], byte[]> one) {
    Map<String, String> headers = new TreeMap<>();
    one.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
    return new Seen(
        UUID.fromString(new String(one.key(), UTF_8)),
        headers.getOrDefault(TYPE, ""),
        Long.parseLong(headers.getOrDefault(SEQUENCE, "0")),
        headers,
        new String(one.value(), UTF_8));
  }

  @PreDestroy
  void close() {
    producer.close();
    readers.values().forEach(TopicReader::close);
  }
}
