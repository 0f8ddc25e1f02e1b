package io.github.langgan.profile.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact with somebody.
 *
 * @param direction IN or OUT, as the company sees it
 * @param owner null while nobody knows who it is
 */
public record Interaction(
    UUID interactionId,
    String channel,
    String direction,
    Instant occurredAt,
    Instant recordedAt,
    String summary,
    @Nullable Owner owner) {

  public Interaction of(@Nullable Owner whose) {
    return new Interaction(
        interactionId, channel, direction, occurredAt, recordedAt, summary, whose);
  }
}
