package io.github.langgan.chassis.inbox;

import static io.github.langgan.chassis.event.CloudEventHeaders.*;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.event.ReceivedEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record from Kafka or from the parked ones, as bytes and headers.
 *
 * @param topic by its contract name
 * @param key empty when the record had none
 */
record InboxRecord(
    String topic,
    int partition,
    long offset,
    String key,
    Map<String, String> headers,
    byte[] payload) {

  private static final int MOST_HEADERS = 12;

  static InboxRecord of(
      String topic, org.apache.kafka.clients.consumer.ConsumerRecord<byte[], byte[]> polled) {
    Map<String, String> headers = HashMap.newHashMap(MOST_HEADERS);
    polled
        .headers()
        .forEach(
            header ->
                headers.put(
                    header.key(), header.value() == null ? "" : new String(header.value(), UTF_8)));
    return new InboxRecord(
        topic,
        polled.partition(),
        polled.offset(),
        polled.key() == null ? "" : new String(polled.key(), UTF_8),
        headers,
        polled.value() == null ? new byte[0] : polled.value());
  }

  @Nullable String type() {
    return headers.get(TYPE);
  }

  @Nullable String source() {
    return headers.get(SOURCE);
  }

  /** The event's own id; for a record without a readable one, an id made from where it stands. */
  UUID id() {
    try {
      return UUID.fromString(headers.getOrDefault(ID, ""));
    } catch (IllegalArgumentException unreadable) {
      return UUID.nameUUIDFromBytes((topic + "/" + partition + "/" + offset).getBytes(UTF_8));
    }
  }

  /** Throws {@link UnreadableEvent} when a header is missing or makes no sense. */
  ReceivedEvent event() {
    try {
      return new ReceivedEvent(
          UUID.fromString(header(ID)),
          header(TYPE),
          version(header(DATA_SCHEMA)),
          header(SOURCE),
          topic,
          UUID.fromString(key),
          Long.parseLong(headers.getOrDefault(SEQUENCE, "0")),
          Instant.parse(header(TIME)),
          headers.getOrDefault(SUBJECT, key),
          Position.parse(headers.getOrDefault(CAUSATION, "")).orElse(null),
          headers.get(TRACE_PARENT),
          headers.containsKey(PERSON_KEY) ? UUID.fromString(headers.get(PERSON_KEY)) : null,
          payload);
    } catch (RuntimeException senseless) {
      throw new UnreadableEvent("unreadable headers or key: " + senseless.getMessage(), senseless);
    }
  }

  private String header(String name) {
    String value = headers.get(name);
    if (value == null) {
      throw new UnreadableEvent("header " + name + " is missing", null);
    }
    return value;
  }

  private static int version(String dataSchema) {
    return Integer.parseInt(dataSchema.substring(dataSchema.lastIndexOf("/v") + 2));
  }
}
