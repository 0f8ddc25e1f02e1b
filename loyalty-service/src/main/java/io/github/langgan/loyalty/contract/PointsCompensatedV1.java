package io.github.langgan.loyalty.contract;

import static java.util.Objects.requireNonNull;

import io.github.langgan.loyalty.model.ledger.Entry;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record PointsCompensatedV1(
    UUID membershipId,
    UUID customerId,
    @Nullable UUID cameFor,
    UUID programId,
    UUID entryId,
    long points,
    UUID compensationId,
    UUID caseId,
    Instant at,
    @Nullable Instant expiresAt,
    BalanceV1 balance)
    implements MembershipEvent {

  public static PointsCompensatedV1 of(Entry entry, UUID caseId, @Nullable Instant expiresAt) {
    return new PointsCompensatedV1(
        entry.membership().value(),
        entry.customer().value(),
        MembershipEvent.cameFor(entry),
        entry.program().value(),
        entry.id(),
        entry.points(),
        requireNonNull(entry.occasion().compensation()).value(),
        caseId,
        entry.at(),
        expiresAt,
        BalanceV1.of(entry.balanceAfter()));
  }

  @Override
  public String type() {
    return "points.compensated";
  }
}
