package io.github.langgan.loyalty.contract;

import io.github.langgan.loyalty.model.offer.Offer;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an offer; its state names the type.
 *
 * @param entryId of an accepted one: by which its points were given
 * @param voucherId of an accepted one: that was given
 */
public record OfferChangedV1(
    UUID offerId,
    UUID propositionId,
    UUID membershipId,
    UUID customerId,
    UUID programId,
    String state,
    @Nullable UUID entryId,
    @Nullable UUID voucherId,
    Instant at)
    implements MembershipEvent {

  public static OfferChangedV1 of(Offer offer, Instant at) {
    return new OfferChangedV1(
        offer.id().value(),
        offer.proposition().value(),
        offer.membership().value(),
        offer.cameFor().value(),
        offer.program().value(),
        offer.state().name(),
        offer.entry(),
        offer.voucher(),
        at);
  }

  @Override
  public String type() {
    return "offer." + state.toLowerCase(Locale.ROOT);
  }

  @Override
  public String subject() {
    return offerId.toString();
  }
}
