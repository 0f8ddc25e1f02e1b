package io.github.langgan.chassis.inbox;

import org.jspecify.annotations.Nullable;

/** A record that is no event of ours: trying again won't help. */
class UnreadableEvent extends RuntimeException {

  UnreadableEvent(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
