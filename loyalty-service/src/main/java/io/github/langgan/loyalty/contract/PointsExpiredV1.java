package io.github.langgan.loyalty.contract;

import io.github.langgan.loyalty.model.ledger.Entry;
import java.time.Instant;
import java.util.UUID;

/**
 * @param points that were not spent in time
 */
public record PointsExpiredV1(
    UUID membershipId,
    UUID customerId,
    UUID programId,
    UUID entryId,
    long points,
    Instant at,
    BalanceV1 balance)
    implements MembershipEvent {

  public static PointsExpiredV1 of(Entry entry) {
    return new PointsExpiredV1(
        entry.membership().value(),
        entry.customer().value(),
        entry.program().value(),
        entry.id(),
        -entry.points(),
        entry.at(),
        BalanceV1.of(entry.balanceAfter()));
  }

  @Override
  public String type() {
    return "points.expired";
  }
}
