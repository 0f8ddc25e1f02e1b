package io.github.langgan.chassis.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as stored, not yet published. */
record OutboxRow(
    long position,
    UUID eventId,
    UUID key,
    long sequence,
    String type,
    int version,
    String subject,
    Instant occurredAt,
    @Nullable String traceparent,
    @Nullable String causation,
    String data,
    @Nullable String topic,
    @Nullable UUID personKey) {}
