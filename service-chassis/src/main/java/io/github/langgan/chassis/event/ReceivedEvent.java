package io.github.langgan.chassis.event;

import io.github.langgan.chassis.json.EventJson;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it arrived.
 *
 * @param topic by its contract name, without an installation's prefix
 * @param sequence among the events of its topic and key, from 1; 0 when the publisher gave none
 * @param causation what the event is an effect of
 * @param personKey what {@code person} in the data is encrypted with; null when it is not
 * @param data JSON in UTF-8
 */
public record ReceivedEvent(
    UUID id,
    String type,
    int version,
    String source,
    String topic,
    UUID key,
    long sequence,
    Instant time,
    String subject,
    @Nullable Position causation,
    @Nullable String traceparent,
    @Nullable UUID personKey,
    byte[] data) {

  /** Reads the data, ignoring fields that {@code type} doesn't name. Throws when it can't. */
  public <T> T as(Class<T> type) {
    return EventJson.read(data, type);
  }

  /** The same event, its effects to be traced as children of the given span. */
  public ReceivedEvent withTraceparent(@Nullable String span) {
    return new ReceivedEvent(
        id,
        type,
        version,
        source,
        topic,
        key,
        sequence,
        time,
        subject,
        causation,
        span == null ? traceparent : span,
        personKey,
        data);
  }

  /** The same event with data that anybody can read. */
  public ReceivedEvent readable(byte[] data) {
    return new ReceivedEvent(
        id,
        type,
        version,
        source,
        topic,
        key,
        sequence,
        time,
        subject,
        causation,
        traceparent,
        null,
        data);
  }

  public Position position() {
    return new Position(topic, key, sequence);
  }
}
