package io.github.langgan.customer.webhook.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * The first of a lane, to be sent now.
 *
 * @param attempts before this one, since wantedAt
 * @param data JSON, without the person
 */
record Message(
    UUID webhookId,
    UUID key,
    UUID eventId,
    int attempts,
    Instant wantedAt,
    String url,
    String type,
    Instant occurredAt,
    String data) {

  Lane lane(UUID claim) {
    return new Lane(webhookId, key, claim);
  }

  /** The same at each attempt, byte for byte. */
  String body() {
    return "{\"type\":\"%s\",\"timestamp\":\"%s\",\"data\":%s}".formatted(type, occurredAt, data);
  }
}
