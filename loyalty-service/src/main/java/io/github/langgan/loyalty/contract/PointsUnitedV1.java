package io.github.langgan.loyalty.contract;

import io.github.langgan.loyalty.model.ledger.Entry;
import java.time.Instant;
import java.util.UUID;

/**
 * @param points that came from the united membership; may be none
 * @param from the united membership
 */
public record PointsUnitedV1(
    UUID membershipId,
    UUID customerId,
    UUID programId,
    UUID entryId,
    long points,
    UUID from,
    UUID mergeId,
    Instant at,
    BalanceV1 balance)
    implements MembershipEvent {

  /**
   * @param came by which the points came
   */
  public static PointsUnitedV1 of(Entry came, UUID from, UUID mergeId) {
    return new PointsUnitedV1(
        came.membership().value(),
        came.customer().value(),
        came.program().value(),
        came.id(),
        came.points(),
        from,
        mergeId,
        came.at(),
        BalanceV1.of(came.balanceAfter()));
  }

  @Override
  public String type() {
    return "points.united";
  }
}
