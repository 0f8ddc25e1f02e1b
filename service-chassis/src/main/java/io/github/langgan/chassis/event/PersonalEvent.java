package io.github.langgan.chassis.event;

import java.util.UUID;

/**
 * An event whose component {@code person} holds personal data. It is stored for Kafka and travels
 * encrypted (docs/adr/0015); who has the key reads the event as its schema says, and once the key
 * is destroyed nobody reads {@code person} any more: then it is absent.
 */
public interface PersonalEvent extends PublishedEvent {

  String PERSON = "person";

  /** Of {@code person} as JSON: encrypted, which makes it a third longer, it fits into an event. */
  int MOST_PERSON_BYTES = 600_000;

  /** Whose data they are. */
  UUID dataSubject();
}
