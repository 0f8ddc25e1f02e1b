package io.github.langgan.loyalty.contract;

import io.github.langgan.loyalty.model.RedemptionId;
import io.github.langgan.loyalty.model.ledger.Entry;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param points that the member has again
 */
public record PointsReleasedV1(
    UUID membershipId,
    UUID customerId,
    @Nullable UUID cameFor,
    UUID programId,
    UUID entryId,
    long points,
    UUID redemptionId,
    Reason reason,
    Instant at,
    BalanceV1 balance)
    implements MembershipEvent {

  public enum Reason {
    CANCELLED,
    TIMED_OUT
  }

  /**
   * @param entry by which the points came back
   */
  public static PointsReleasedV1 of(Entry entry, RedemptionId redemption, Reason reason) {
    return new PointsReleasedV1(
        entry.membership().value(),
        entry.customer().value(),
        MembershipEvent.cameFor(entry),
        entry.program().value(),
        entry.id(),
        entry.points(),
        redemption.value(),
        reason,
        entry.at(),
        BalanceV1.of(entry.balanceAfter()));
  }

  @Override
  public String type() {
    return "points.released";
  }
}
