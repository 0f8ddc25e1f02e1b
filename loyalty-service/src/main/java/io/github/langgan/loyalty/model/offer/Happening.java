package io.github.langgan.loyalty.model.offer;

import io.github.langgan.loyalty.model.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something about a customer that propositions may wait for.
 *
 * @param customer the record that it came for
 * @param segment of SEGMENT_ENTERED
 * @param stage of LIFECYCLE_CHANGED
 * @param score of SATISFACTION_RATED, 0 to 10
 * @param at when it was so, not when we heard of it
 */
public record Happening(
    CustomerId customer,
    Occurrence occurrence,
    @Nullable String segment,
    @Nullable String stage,
    @Nullable Integer score,
    Instant at) {

  public static Happening entered(CustomerId customer, String segment, Instant at) {
    return new Happening(customer, Occurrence.SEGMENT_ENTERED, segment, null, null, at);
  }

  public static Happening became(CustomerId customer, String stage, Instant at) {
    return new Happening(customer, Occurrence.LIFECYCLE_CHANGED, null, stage, null, at);
  }

  public static Happening rated(CustomerId customer, int score, Instant at) {
    return new Happening(customer, Occurrence.SATISFACTION_RATED, null, null, score, at);
  }
}
