package io.github.langgan.loyalty.model.tier;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a tier doesn't fall.
 *
 * @param id of a complaint, or of the freeze that was stated
 * @param endsAt null: nobody knows
 */
public record Freeze(UUID id, FreezeReason reason, Instant startsAt, @Nullable Instant endsAt) {

  boolean holdsAt(Instant at) {
    return !at.isBefore(startsAt) && (endsAt == null || at.isBefore(endsAt));
  }
}
