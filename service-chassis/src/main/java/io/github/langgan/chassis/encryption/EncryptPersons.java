package io.github.langgan.chassis.encryption;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.langgan.chassis.event.PersonalEvent;
import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.json.EventJson;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes events ready for Kafka. */
@Singleton
public class EncryptPersons {

  private static final ObjectWriter WRITER = EventJson.with(EncryptedPerson.module()).writer();

  private final PersonKeys keys;

  EncryptPersons(PersonKeys keys) {
    this.keys = keys;
  }

  /** Finds or makes the keys of all these events at once. Needs a transaction. */
  public PersonKeys.Own keysFor(List<? extends PublishedEvent> events) {
    Set<UUID> dataSubjects =
        events.stream()
            .filter(PersonalEvent.class::isInstance)
            .map(event -> ((PersonalEvent) event).dataSubject())
            .collect(Collectors.toSet());
    return dataSubjects.isEmpty() ? PersonKeys.Own.of(Map.of()) : keys.own(dataSubjects);
  }

  /**
   * The event's JSON with {@code person} encrypted, or without it when the key is destroyed.
   *
   * @param key of its data subject
   */
  public byte[] written(PersonalEvent event, PersonKey key) {
    try {
      return WRITER.withAttribute(EncryptedPerson.KEY, key).writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
