package io.github.langgan.loyalty.contract;

import static java.util.Objects.requireNonNull;

import io.github.langgan.loyalty.model.Life;
import io.github.langgan.loyalty.model.ledger.Entry;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One for each purchase of a member, also when it earned nothing. */
public record PointsEarnedV1(
    UUID membershipId,
    UUID customerId,
    @Nullable UUID cameFor,
    UUID programId,
    UUID entryId,
    long points,
    UUID transactionId,
    Instant at,
    @Nullable Instant activeAt,
    @Nullable Instant expiresAt,
    BalanceV1 balance)
    implements MembershipEvent {

  /**
   * @param life of the points; null when there are none
   */
  public static PointsEarnedV1 of(Entry entry, @Nullable Life life) {
    return new PointsEarnedV1(
        entry.membership().value(),
        entry.customer().value(),
        MembershipEvent.cameFor(entry),
        entry.program().value(),
        entry.id(),
        entry.points(),
        requireNonNull(entry.occasion().transaction()).value(),
        entry.at(),
        life == null ? null : life.activeAt(),
        life == null ? null : life.expiresAt(),
        BalanceV1.of(entry.balanceAfter()));
  }

  @Override
  public String type() {
    return "points.earned";
  }
}
