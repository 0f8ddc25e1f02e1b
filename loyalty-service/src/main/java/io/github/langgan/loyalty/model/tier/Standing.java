package io.github.langgan.loyalty.model.tier;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a member's purchases make of it at a time.
 *
 * @param rank of the level, from 0
 * @param validUntil null for the first level, which never falls
 * @param fallsAt the validity's end and the days of grace
 * @param amount what counts at that time
 * @param periodStart null for BALANCE
 * @param periodEnd null for BALANCE
 */
public record Standing(
    TierScheme scheme,
    int rank,
    Instant since,
    @Nullable Instant validUntil,
    @Nullable Instant fallsAt,
    BigDecimal amount,
    @Nullable Instant periodStart,
    @Nullable Instant periodEnd) {

  public Level level() {
    return scheme.levels().get(rank);
  }
}
