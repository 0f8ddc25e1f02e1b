package io.github.langgan.customer.matching;

import io.github.langgan.customer.model.comparison.Comparison;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code match_pair}. */
record MatchRow(
    UUID id, UUID one, UUID other, int comparison, double probability, Instant foundAt) {

  /** The last one of a page, of which no more is known. */
  static MatchRow seen(UUID id, double probability) {
    return new MatchRow(id, id, id, 0, probability, Instant.EPOCH);
  }

  UUID otherThan(UUID customer) {
    return one.equals(customer) ? other : one;
  }

  Comparison compared() {
    return new Comparison(comparison);
  }
}
