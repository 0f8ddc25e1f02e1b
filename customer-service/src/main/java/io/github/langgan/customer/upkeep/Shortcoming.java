package io.github.langgan.customer.upkeep;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why an aspect has not all its points.
 *
 * @param pointer of the best value there is (RFC 6901); null when there is none
 * @param lost points
 * @param staleSince when it is {@code STALE}
 */
record Shortcoming(
    Aspect aspect,
    Reason reason,
    @Nullable String pointer,
    int lost,
    @Nullable Instant staleSince) {

  enum Reason {
    MISSING,
    /** An address whose postal code is none that its country could have. */
    MALFORMED,
    /** Said so long ago that it may well have changed. */
    STALE,
    /** The source is not beyond doubt. */
    UNSURE,
    /** Nobody noted where it came from. */
    UNKNOWN_ORIGIN
  }
}
