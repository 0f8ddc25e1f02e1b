package io.github.langgan.loyalty.contract;

import io.github.langgan.loyalty.model.contact.Purpose;
import io.github.langgan.loyalty.model.offer.Offer;
import java.time.Instant;
import java.util.UUID;

/**
 * @param purpose by its code, and the channel, for which the member may be contacted
 */
public record OfferExtendedV1(
    UUID offerId,
    UUID propositionId,
    UUID membershipId,
    UUID customerId,
    UUID programId,
    String occurrence,
    String purpose,
    String channel,
    Instant at,
    Instant expiresAt)
    implements MembershipEvent {

  public static OfferExtendedV1 of(Offer offer, Purpose purpose) {
    return new OfferExtendedV1(
        offer.id().value(),
        offer.proposition().value(),
        offer.membership().value(),
        offer.cameFor().value(),
        offer.program().value(),
        offer.occurrence().name(),
        purpose.code(),
        purpose.channel().name(),
        offer.extendedAt(),
        offer.expiresAt());
  }

  @Override
  public String type() {
    return "offer.extended";
  }

  @Override
  public String subject() {
    return offerId.toString();
  }
}
