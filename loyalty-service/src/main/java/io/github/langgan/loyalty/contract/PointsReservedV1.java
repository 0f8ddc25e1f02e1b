package io.github.langgan.loyalty.contract;

import static java.util.Objects.requireNonNull;

import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.ledger.Entry;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param redeemedBy another of the pool, who set them aside; null: the member itself
 * @param points that can't be spent otherwise until the redemption is confirmed or over
 */
public record PointsReservedV1(
    UUID membershipId,
    UUID customerId,
    @Nullable UUID cameFor,
    UUID programId,
    UUID entryId,
    long points,
    UUID redemptionId,
    @Nullable UUID redeemedBy,
    @Nullable RewardV1 reward,
    Instant reservedUntil,
    Instant at,
    BalanceV1 balance)
    implements MembershipEvent {

  public static PointsReservedV1 of(
      Entry entry, @Nullable MembershipId redeemedBy, @Nullable RewardV1 reward, Instant until) {
    return new PointsReservedV1(
        entry.membership().value(),
        entry.customer().value(),
        MembershipEvent.cameFor(entry),
        entry.program().value(),
        entry.id(),
        -entry.points(),
        requireNonNull(entry.occasion().redemption()).value(),
        redeemedBy == null ? null : redeemedBy.value(),
        reward,
        until,
        entry.at(),
        BalanceV1.of(entry.balanceAfter()));
  }

  @Override
  public String type() {
    return "points.reserved";
  }
}
