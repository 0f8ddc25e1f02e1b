package io.github.langgan.analytics.model;

import java.time.Duration;
import java.time.Instant;

/** How long ago a customer bought last. */
public final class Recency {

  private Recency() {}

  /** Whole days; none for a purchase that a till with a fast clock dated into the future. */
  public static long days(Instant lastPurchase, Instant now) {
    return Math.max(0, Duration.between(lastPurchase, now).toDays());
  }
}
