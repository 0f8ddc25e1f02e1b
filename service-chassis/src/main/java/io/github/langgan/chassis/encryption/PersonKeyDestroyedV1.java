package io.github.langgan.chassis.encryption;

import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.event.Topics;
import java.time.Instant;
import java.util.UUID;

/** What was encrypted with the key can be read by nobody any more. Replaces its creation. */
public record PersonKeyDestroyedV1(
    UUID keyId, UUID dataSubject, String publisher, Instant destroyedAt) implements PublishedEvent {

  public static final String TYPE = "person-key.destroyed";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public UUID key() {
    return keyId;
  }

  @Override
  public String topic() {
    return Topics.KEYS;
  }

  @Override
  public Long sequence() {
    return 2L;
  }
}
