package io.github.langgan.loyalty.contract;

import io.github.langgan.loyalty.model.ledger.Entry;
import io.github.langgan.loyalty.model.offer.Offer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Points that an accepted offer promised. */
public record PointsGrantedV1(
    UUID membershipId,
    UUID customerId,
    @Nullable UUID cameFor,
    UUID programId,
    UUID entryId,
    long points,
    UUID offerId,
    UUID propositionId,
    Instant at,
    @Nullable Instant expiresAt,
    BalanceV1 balance)
    implements MembershipEvent {

  public static PointsGrantedV1 of(Entry entry, Offer offer, @Nullable Instant expiresAt) {
    return new PointsGrantedV1(
        entry.membership().value(),
        entry.customer().value(),
        MembershipEvent.cameFor(entry),
        entry.program().value(),
        entry.id(),
        entry.points(),
        offer.id().value(),
        offer.proposition().value(),
        entry.at(),
        expiresAt,
        BalanceV1.of(entry.balanceAfter()));
  }

  @Override
  public String type() {
    return "points.granted";
  }
}
