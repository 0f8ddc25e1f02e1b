package io.github.langgan.customer.upkeep.lifeevent;

import io.github.langgan.customer.model.Death;
import io.github.langgan.customer.model.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody has died.
 *
 * @param diedOn null when nobody knows
 * @param since from when on nobody contacts the customer
 */
record DeathReport(@Nullable LocalDate diedOn, Instant since, Source source) {

  /** What a clock ahead of ours dates in the future holds from now on. */
  Death of(UUID record, Instant now) {
    return new Death(record, diedOn, since.isAfter(now) ? now : since, source, now);
  }
}
