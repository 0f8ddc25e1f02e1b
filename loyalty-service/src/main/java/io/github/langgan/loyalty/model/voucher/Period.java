package io.github.langgan.loyalty.model.voucher;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a campaign's vouchers can be used.
 *
 * @param from null: since ever
 * @param until exclusive; null: for ever
 * @param daysSinceIssue of 24 hours, for each voucher; null: only the campaign's time counts
 */
public record Period(
    @Nullable Instant from, @Nullable Instant until, @Nullable Integer daysSinceIssue) {

  public static final Period FOR_EVER = new Period(null, null, null);

  /** The end of a voucher's own, or null: its campaign's. */
  public @Nullable Instant endOfIssued(Instant at) {
    if (daysSinceIssue == null) {
      return null;
    }
    Instant end = at.plus(Duration.ofDays(daysSinceIssue));
    return until != null && until.isBefore(end) ? until : end;
  }
}
