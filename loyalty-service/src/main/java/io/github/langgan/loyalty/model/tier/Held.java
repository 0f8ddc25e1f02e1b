package io.github.langgan.loyalty.model.tier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tier that a member has at a time.
 *
 * @param until as things stand; null when no time ends it
 * @param standing what the purchases alone make of it
 * @param floor that gives it more than that; null: none does
 * @param freezes that hold at the time
 */
public record Held(
    TierScheme scheme,
    int rank,
    Instant since,
    @Nullable Instant until,
    Standing standing,
    @Nullable Floor floor,
    List<Freeze> freezes) {

  public Level level() {
    return scheme.levels().get(rank);
  }
}
