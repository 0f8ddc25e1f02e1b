package io.github.langgan.chassis.encryption;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.PersonKeyListener;
import io.github.langgan.chassis.inbox.TopicListener;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Reads personal data, and remembers what it read last. */
@Singleton
class PersonsHeard implements TopicListener {

  static final String TOPIC = "crm.profile";

  /** Whose person is not needed. */
  static final String UNREAD = "sample.unread";

  final Map<UUID, JsonNode> last = new ConcurrentHashMap<>();

  @Produces
  @Singleton
  TopicListener keys(PersonKeys keys, DestroyedKeys destroyed) {
    return new PersonKeyListener(keys, destroyed);
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public Set<String> types() {
    return Set.of("sample.personal", UNREAD);
  }

  @Override
  public boolean readsPerson(String type) {
    return !type.equals(UNREAD);
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    events.forEach(event -> last.put(event.key(), event.as(JsonNode.class)));
  }
}
