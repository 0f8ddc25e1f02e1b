package io.github.langgan.customer.model.network;

import io.github.langgan.customer.model.InvalidValue;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which something holds.
 *
 * @param from null when nobody knows since when
 * @param until the first day on which it no longer holds; null without an end. The same as {@code
 *     from} when it never held.
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate until) {

  public Period {
    if (from != null && until != null && until.isBefore(from)) {
      throw new InvalidValue("validUntil", "period", "must not lie before validFrom");
    }
  }

  public boolean contains(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
  }

  public boolean overlaps(Period other) {
    return !isEmpty()
        && !other.isEmpty()
        && (from == null || other.until == null || from.isBefore(other.until))
        && (other.from == null || until == null || other.from.isBefore(until));
  }

  private boolean isEmpty() {
    return from != null && from.equals(until);
  }
}
