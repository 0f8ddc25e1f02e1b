package io.github.langgan.loyalty.contract;

import static java.util.Objects.requireNonNull;

import io.github.langgan.loyalty.model.ledger.Entry;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One for each return of a member, also when nothing was taken; a second one when a purchase that
 * it returns becomes known later.
 *
 * @param points that were taken
 * @param transactionId the return's
 * @param shortfall points that should have been taken and were spent already
 * @param debt of the shortfall, that later points pay; null: none
 */
public record PointsReversedV1(
    UUID membershipId,
    UUID customerId,
    @Nullable UUID cameFor,
    UUID programId,
    UUID entryId,
    long points,
    UUID transactionId,
    long shortfall,
    @Nullable Long debt,
    Instant at,
    BalanceV1 balance)
    implements MembershipEvent {

  public static PointsReversedV1 of(Entry entry) {
    return new PointsReversedV1(
        entry.membership().value(),
        entry.customer().value(),
        MembershipEvent.cameFor(entry),
        entry.program().value(),
        entry.id(),
        -entry.points(),
        requireNonNull(entry.occasion().transaction()).value(),
        entry.shortfall(),
        entry.debt() == 0 ? null : entry.debt(),
        entry.at(),
        BalanceV1.of(entry.balanceAfter()));
  }

  @Override
  public String type() {
    return "points.reversed";
  }
}
