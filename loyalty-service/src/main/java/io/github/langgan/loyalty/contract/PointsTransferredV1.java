package io.github.langgan.loyalty.contract;

import static java.util.Objects.requireNonNull;

import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.ledger.Entry;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One side of a transfer; the other has its own.
 *
 * @param cameFor the record that was named, when that is another than the membership's
 * @param otherMembershipId to which the points went, or from which they came, as it was named
 */
public record PointsTransferredV1(
    UUID membershipId,
    UUID customerId,
    @Nullable UUID cameFor,
    UUID programId,
    UUID entryId,
    UUID transferId,
    Direction direction,
    long points,
    UUID otherMembershipId,
    Instant at,
    BalanceV1 balance)
    implements MembershipEvent {

  public enum Direction {
    GIVEN,
    RECEIVED
  }

  public static PointsTransferredV1 given(Entry entry, MembershipId to) {
    return of(entry, Direction.GIVEN, -entry.points(), to);
  }

  public static PointsTransferredV1 received(Entry entry, MembershipId from) {
    return of(entry, Direction.RECEIVED, entry.points(), from);
  }

  private static PointsTransferredV1 of(
      Entry entry, Direction direction, long points, MembershipId other) {
    return new PointsTransferredV1(
        entry.membership().value(),
        entry.customer().value(),
        MembershipEvent.cameFor(entry),
        entry.program().value(),
        entry.id(),
        requireNonNull(entry.occasion().transfer()).value(),
        direction,
        points,
        other.value(),
        entry.at(),
        BalanceV1.of(entry.balanceAfter()));
  }

  @Override
  public String type() {
    return "points.transferred";
  }
}
