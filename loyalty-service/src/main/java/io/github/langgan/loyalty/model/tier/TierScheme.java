package io.github.langgan.loyalty.model.tier;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of how members of a program rise and fall (docs/adr/0025). Never changed.
 *
 * @param effectiveFrom from then on members have tiers by it; what was bought before counts
 * @param period null for BALANCE, which has none
 * @param compensations whether points given to make good count among POINTS
 * @param levels in ascending order, the first one from nothing
 * @param freezes during what no tier falls
 */
public record TierScheme(
    int version,
    Instant effectiveFrom,
    Basis basis,
    @Nullable TierPeriod period,
    boolean compensations,
    List<Level> levels,
    Validity validity,
    Downgrade downgrade,
    Set<FreezeReason> freezes) {

  public TierScheme {
    levels = List.copyOf(levels);
    freezes = Set.copyOf(freezes);
  }

  /** The highest level for which so much is enough, from 0. */
  public int rankFor(BigDecimal amount) {
    int rank = 0;
    while (rank + 1 < levels.size() && levels.get(rank + 1).from().compareTo(amount) <= 0) {
      rank++;
    }
    return rank;
  }

  /** Less than 0 for a level that this version doesn't have. */
  public int rankOf(String code) {
    for (int rank = 0; rank < levels.size(); rank++) {
      if (levels.get(rank).code().equals(code)) {
        return rank;
      }
    }
    return -1;
  }

  BigDecimal amount(Counted one) {
    return switch (one.kind()) {
      case PURCHASE ->
          switch (basis) {
            case POINTS -> BigDecimal.valueOf(one.points());
            case SPEND -> one.spend();
            case BALANCE -> BigDecimal.ZERO;
          };
      case COMPENSATION ->
          basis == Basis.POINTS && compensations
              ? BigDecimal.valueOf(one.points())
              : BigDecimal.ZERO;
      case POSTING -> basis == Basis.BALANCE ? BigDecimal.valueOf(one.points()) : BigDecimal.ZERO;
    };
  }

  /** Until when a level stays that is reached at a time. */
  Instant validUntil(Instant at, ZoneId zone, Instant openedAt) {
    return validity.days() == null
        ? requireNonNull(period).end(at, requireNonNull(validity.periods()), zone, openedAt)
        : endOfDay(at, validity.days(), zone);
  }

  /** Until when the level below stays that a member falls to: one period less than one reached. */
  Instant validAfterStep(Instant at, ZoneId zone, Instant openedAt) {
    return validity.days() == null
        ? requireNonNull(period)
            .end(at, Math.max(0, requireNonNull(validity.periods()) - 1), zone, openedAt)
        : endOfDay(at, validity.days(), zone);
  }

  /** When a level falls whose validity ends. */
  public Instant fallsAt(Instant validUntil, ZoneId zone) {
    return validUntil.atZone(zone).plusDays(downgrade.graceDays()).toInstant();
  }

  private static Instant endOfDay(Instant at, int days, ZoneId zone) {
    return at.atZone(zone).toLocalDate().plusDays(days + 1L).atStartOfDay(zone).toInstant();
  }
}
