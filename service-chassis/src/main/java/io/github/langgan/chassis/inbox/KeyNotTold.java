package io.github.langgan.chassis.inbox;

import java.util.UUID;

/** The key of an event's personal data may still be under way. */
class KeyNotTold extends RuntimeException {

  KeyNotTold(UUID key) {
    super("the key " + key + " is not told yet");
  }
}
