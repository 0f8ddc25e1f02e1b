package io.github.langgan.complaint.model;

import io.github.langgan.chassis.id.UuidV7;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Points promised with a resolution. Loyalty gives or refuses them; until it has said so they are
 * promised.
 *
 * @param refusal why they were refused
 */
public record Compensation(
    CompensationId id,
    Points points,
    CompensationState state,
    Instant promisedAt,
    @Nullable Instant settledAt,
    @Nullable String refusal) {

  static Compensation promised(Points points, Instant at) {
    return new Compensation(
        new CompensationId(UuidV7.next()), points, CompensationState.PROMISED, at, null, null);
  }
}
