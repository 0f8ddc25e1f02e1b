package io.github.langgan.complaint.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The promise to resolve a case before {@code dueAt}, that instant excluded. It is met or breached
 * once, and never both.
 */
public record ResolutionClock(
    Instant dueAt, @Nullable Instant metAt, @Nullable Instant breachedAt) {

  /** The kind of due work that a running clock has, with the case's id as its subject. */
  public static final String DUE_WORK = "resolution-clock";

  public ResolutionClock {
    if (metAt != null && (breachedAt != null || !metAt.isBefore(dueAt))) {
      throw new IllegalArgumentException("a clock is met before it is due, or breached");
    }
  }

  public static ResolutionClock dueAt(Instant dueAt) {
    return new ResolutionClock(dueAt, null, null);
  }

  boolean isBrokenAt(Instant now) {
    return metAt == null && breachedAt == null && !now.isBefore(dueAt);
  }

  ResolutionClock breached(Instant at) {
    return new ResolutionClock(dueAt, null, at);
  }

  /** A breached clock stays breached. */
  ResolutionClock stopped(Instant at) {
    return breachedAt == null ? new ResolutionClock(dueAt, at, null) : this;
  }
}
