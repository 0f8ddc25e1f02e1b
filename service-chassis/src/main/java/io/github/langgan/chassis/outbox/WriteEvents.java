package io.github.langgan.chassis.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.encryption.EncryptPersons;
import io.github.langgan.chassis.encryption.PersonKey;
import io.github.langgan.chassis.event.PersonalEvent;
import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.json.EventJson;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes of events what is stored of them. */
@Singleton
class WriteEvents {

  /** Leaves room for headers below the broker's usual limit of 1 MiB. */
  static final int MAX_BYTES = 900_000;

  private final EncryptPersons persons;

  WriteEvents(EncryptPersons persons) {
    this.persons = persons;
  }

  /**
   * In the same order. Throws {@link EventTooLarge}.
   *
   * @param keys of all data subjects
   */
  List<WrittenEvent> write(List<Effect> effects, Map<UUID, PersonKey> keys) {
    return effects.parallelStream().map(effect -> written(effect, keys)).toList();
  }

  private WrittenEvent written(Effect effect, Map<UUID, PersonKey> keys) {
    if (effect.event() instanceof PersonalEvent personal) {
      PersonKey key = requireNonNull(keys.get(personal.dataSubject()));
      return new WrittenEvent(
          effect,
          checkedForSize(personal, persons.written(personal, key)),
          key.key() == null ? null : key.id());
    }
    return new WrittenEvent(
        effect, checkedForSize(effect.event(), EventJson.write(effect.event())), null);
  }

  private static String checkedForSize(PublishedEvent event, byte[] json) {
    if (json.length > MAX_BYTES) {
      throw new EventTooLarge(event.type(), json.length);
    }
    return new String(json, UTF_8);
  }
}
