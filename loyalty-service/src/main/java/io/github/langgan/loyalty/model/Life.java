package io.github.langgan.loyalty.model;

import java.time.Instant;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * From when to when points can be spent.
 *
 * @param activeAt null: at once
 * @param expiresAt from then on they can't be spent; null: never
 * @param lapsesAfter {@code expiresAt} is so long after the member's last activity, and moves with
 *     later ones; null: it stays
 */
public record Life(
    Instant givenAt,
    @Nullable Instant activeAt,
    @Nullable Instant expiresAt,
    @Nullable Period lapsesAfter) {

  public Life(Instant givenAt, @Nullable Instant activeAt, @Nullable Instant expiresAt) {
    this(givenAt, activeAt, expiresAt, null);
  }

  public static Life forEver(Instant givenAt) {
    return new Life(givenAt, null, null);
  }

  public boolean isPendingAt(Instant at) {
    return activeAt != null && at.isBefore(activeAt);
  }

  public boolean isOverAt(Instant at) {
    return expiresAt != null && !at.isBefore(expiresAt);
  }
}
