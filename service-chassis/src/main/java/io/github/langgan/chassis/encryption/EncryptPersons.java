package io.github.langgan.chassis.encryption;

import static io.github.langgan.chassis.event.PersonalEvent.PERSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.chassis.event.PersonalEvent;
import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.json.EventJson;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes events ready for Kafka. */
@Singleton
public class EncryptPersons {

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
  public byte[] encrypted(byte[] json, PersonKey key) {
    ObjectNode event = EventJson.read(json, ObjectNode.class);
    @Nullable JsonNode person = event.remove(PERSON);
    if (person != null && key.key() != null) {
      event.put(PERSON, PersonCipher.encrypt(EventJson.write(person), key.key()));
    }
    return EventJson.write(event);
  }
}
