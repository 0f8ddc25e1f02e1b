package io.github.langgan.chassis.outbox;

import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.event.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/** An event and the received one that it is an effect of. */
public record Effect(PublishedEvent event, @Nullable ReceivedEvent cause) {}
