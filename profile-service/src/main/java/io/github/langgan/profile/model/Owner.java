package io.github.langgan.profile.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose something is.
 *
 * @param customerId whose it is now
 * @param cameFor the record that it came for: the customer itself, or one that was merged into it.
 *     It never changes, so it is the key of events
 */
public record Owner(UUID customerId, UUID cameFor) {

  /** As rows hold it. */
  public static @Nullable Owner of(@Nullable UUID customerId, @Nullable UUID cameFor) {
    return customerId == null
        ? null
        : new Owner(customerId, cameFor == null ? customerId : cameFor);
  }

  /** As rows hold it: null when it came for the customer itself. */
  public @Nullable UUID cameForOther() {
    return cameFor.equals(customerId) ? null : cameFor;
  }
}
