package io.github.langgan.chassis.inbox;

import io.github.langgan.chassis.encryption.DestroyedKeys;
import io.github.langgan.chassis.encryption.PersonKeyCreatedV1;
import io.github.langgan.chassis.encryption.PersonKeyDestroyedV1;
import io.github.langgan.chassis.encryption.PersonKeys;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.event.Topics;
import java.util.List;
import java.util.Set;

/** Keeps the keys that others tell. A service that reads personal data from events has one. */
public final class PersonKeyListener implements TopicListener {

  private final PersonKeys keys;
  private final DestroyedKeys destroyed;

  public PersonKeyListener(PersonKeys keys, DestroyedKeys destroyed) {
    this.keys = keys;
    this.destroyed = destroyed;
  }

  @Override
  public String topic() {
    return Topics.KEYS;
  }

  @Override
  public Set<String> types() {
    return Set.of(PersonKeyCreatedV1.TYPE, PersonKeyDestroyedV1.TYPE);
  }

  /** Its own keys are stored before they are told. */
  @Override
  public boolean takesOwn() {
    return false;
  }

  /** A key's destruction may come with its creation, and stays. */
  @Override
  public void apply(List<ReceivedEvent> events) {
    keys.keep(ofType(events, PersonKeyCreatedV1.TYPE, PersonKeyCreatedV1.class));
    destroyed.lose(ofType(events, PersonKeyDestroyedV1.TYPE, PersonKeyDestroyedV1.class));
  }

  private static <T> List<T> ofType(List<ReceivedEvent> events, String type, Class<T> as) {
    return events.stream()
        .filter(event -> event.type().equals(type))
        .map(event -> event.as(as))
        .toList();
  }
}
