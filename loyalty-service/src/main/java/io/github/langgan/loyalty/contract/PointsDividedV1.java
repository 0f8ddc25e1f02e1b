package io.github.langgan.loyalty.contract;

import io.github.langgan.loyalty.model.ledger.Entry;
import java.time.Instant;
import java.util.UUID;

/**
 * @param points that went back to the membership that was united; may be none
 * @param to the membership that was united
 */
public record PointsDividedV1(
    UUID membershipId,
    UUID customerId,
    UUID programId,
    UUID entryId,
    long points,
    UUID to,
    UUID mergeId,
    Instant at,
    BalanceV1 balance)
    implements MembershipEvent {

  /**
   * @param left by which the points left
   */
  public static PointsDividedV1 of(Entry left, UUID to, UUID mergeId) {
    return new PointsDividedV1(
        left.membership().value(),
        left.customer().value(),
        left.program().value(),
        left.id(),
        -left.points(),
        to,
        mergeId,
        left.at(),
        BalanceV1.of(left.balanceAfter()));
  }

  @Override
  public String type() {
    return "points.divided";
  }
}
