package io.github.langgan.chassis.inbox;

import static io.github.langgan.chassis.event.PersonalEvent.PERSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.chassis.encryption.PersonCipher;
import io.github.langgan.chassis.encryption.PersonKey;
import io.github.langgan.chassis.encryption.PersonKeys;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.event.Topics;
import io.github.langgan.chassis.json.EventJson;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Makes personal data readable, in the services that listen to {@link Topics#KEYS}; the others get
 * events as they travel.
 */
@Singleton
class DecryptPersons {

  private static final Duration SHORTLY = Duration.ofMillis(500);

  private final PersonKeys keys;
  private final Freshnesses freshnesses;
  private final Clock clock;
  private final boolean listens;
  private final Duration patience;
  private final Map<UUID, Missed> missed = new ConcurrentHashMap<>();

  /** Since when a key is missed. */
  private record Missed(Instant since, long sinceNanos) {}

  DecryptPersons(
      PersonKeys keys,
      Freshnesses freshnesses,
      Clock clock,
      @All List<TopicListener> listeners,
      @ConfigProperty(name = "langgan.encryption.key-patience", defaultValue = "1m")
          Duration patience) {
    this.keys = keys;
    this.freshnesses = freshnesses;
    this.clock = clock;
    this.patience = patience;
    this.listens = listeners.stream().anyMatch(listener -> listener.topic().equals(Topics.KEYS));
  }

  /**
   * Without {@code person} where the key is destroyed. Throws {@link KeyNotTold} while a key may be
   * under way, and {@link UnreadableEvent} when all keys that were told by then are here:
   * publishers tell a key before they use it.
   *
   * @param readsPerson by the event's type; the others stay as they travel
   */
  List<ReceivedEvent> decrypt(List<ReceivedEvent> events, Predicate<String> readsPerson) {
    Set<UUID> ids =
        events.stream()
            .filter(event -> readsPerson.test(event.type()))
            .map(ReceivedEvent::personKey)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (!listens || ids.isEmpty()) {
      return events;
    }
    Map<UUID, PersonKey> told = keysOf(ids);
    missed.keySet().removeAll(told.keySet());
    return events.stream()
        .map(event -> readsPerson.test(event.type()) ? readable(event, told) : event)
        .toList();
  }

  /** A key leaves just before the first event that needs it, and comes by another consumer. */
  private Map<UUID, PersonKey> keysOf(Set<UUID> ids) {
    Map<UUID, PersonKey> told = new HashMap<>(keys.told(ids));
    Positions.await(
        () -> {
          if (told.size() < ids.size()) {
            told.putAll(keys.told(ids));
          }
          return told.size() == ids.size();
        },
        SHORTLY);
    return told;
  }

  private ReceivedEvent readable(ReceivedEvent event, Map<UUID, PersonKey> told) {
    if (event.personKey() == null) {
      return event;
    }
    PersonKey key = told.get(event.personKey());
    if (key == null) {
      throw missing(event.personKey());
    }
    ObjectNode data = EventJson.read(event.data(), ObjectNode.class);
    @Nullable JsonNode encrypted = data.remove(PERSON);
    if (encrypted != null && key.key() != null) {
      try {
        byte[] person = PersonCipher.decrypt(encrypted.textValue(), key.key());
        data.set(PERSON, EventJson.read(person, JsonNode.class));
      } catch (IllegalArgumentException changed) {
        throw new UnreadableEvent("person can't be decrypted", changed);
      }
    }
    return event.readable(EventJson.write(data));
  }

  /** The clock may be set back, so reading to the end is not all that is asked for. */
  private RuntimeException missing(UUID key) {
    Missed first =
        missed.computeIfAbsent(key, id -> new Missed(clock.instant(), System.nanoTime()));
    boolean waited = System.nanoTime() - first.sinceNanos() > patience.toNanos();
    return waited && freshnesses.ofAll(Topics.KEYS).asOf().isAfter(first.since())
        ? new UnreadableEvent("nobody told the key " + key, null)
        : new KeyNotTold(key);
  }
}
