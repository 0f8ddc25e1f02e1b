package io.github.langgan.chassis.outbox;

import io.github.langgan.chassis.event.PublishedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is stored.
 *
 * @param data its JSON; {@code person} is encrypted
 * @param personKey with which key; null when nothing is
 */
record WrittenEvent(Effect effect, String data, @Nullable UUID personKey) {

  PublishedEvent event() {
    return effect.event();
  }

  @Nullable String cause() {
    return effect.cause() == null ? null : effect.cause().position().toString();
  }

  /** Of the event that it is an effect of, when that had one. */
  @Nullable String traceparent(@Nullable String current) {
    return effect.cause() == null || effect.cause().traceparent() == null
        ? current
        : effect.cause().traceparent();
  }
}
