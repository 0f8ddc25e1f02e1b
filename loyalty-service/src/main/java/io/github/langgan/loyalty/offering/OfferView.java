package io.github.langgan.loyalty.offering;

import io.github.langgan.chassis.money.Decimals;
import io.github.langgan.loyalty.model.offer.Occurrence;
import io.github.langgan.loyalty.model.offer.Offer;
import io.github.langgan.loyalty.model.offer.OfferState;
import io.github.langgan.loyalty.model.offer.Proposition;
import io.github.langgan.loyalty.representation.BenefitView;
import io.github.langgan.loyalty.representation.BenefitView.TextView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "Offer",
    description = "What one member is offered.",
    examples =
        """
        {"offerId":"019b0c61-2b3c-7d4e-8f5a-6b7c8d9e0f1a",\
        "propositionId":"019b0c60-1a2b-7c3d-9e4f-5a6b7c8d9e0f",\
        "membershipId":"019b0c2a-3f10-7a11-8b21-0c1d2e3f4a5b","name":"We miss you",\
        "texts":[{"language":"en","title":"We miss you","body":"500 points are waiting."}],\
        "benefit":{"kind":"POINTS","points":500},"value":"5.00","currency":"GBP",\
        "state":"EXTENDED","superseded":false,"occurrence":"LIFECYCLE_CHANGED",\
        "extendedAt":"2026-02-20T11:00:01Z","expiresAt":"2026-03-06T11:00:01Z"}""")
record OfferView(
    @Schema(required = true) UUID offerId,
    @Schema(required = true) UUID propositionId,
    @Schema(required = true, description = "That it was extended to") UUID membershipId,
    @Schema(required = true) String name,
    @Schema(required = true) List<TextView> texts,
    @Schema(required = true) BenefitView benefit,
    @Schema(required = true, description = "Of the benefit, to the member") String value,
    @Schema(required = true, description = "ISO 4217") String currency,
    @Schema(required = true) OfferState state,
    @Schema(
            required = true,
            description =
                "Another offer of the proposition counts: two records of the customer were merged")
        boolean superseded,
    @Schema(required = true, description = "On what it was extended") Occurrence occurrence,
    @Schema(required = true) Instant extendedAt,
    @Schema(required = true, description = "From then on it can't be accepted") Instant expiresAt,
    @Nullable Instant seenAt,
    @Schema(description = "When it was accepted, declined, expired or withdrawn")
        @Nullable Instant endedAt,
    @Schema(description = "By which the points were given") @Nullable UUID entryId,
    @Schema(description = "That was given") @Nullable UUID voucherId) {

  static OfferView from(Offer offer, Proposition proposition, Instant now) {
    OfferState state = offer.stateAt(now);
    return new OfferView(
        offer.id().value(),
        offer.proposition().value(),
        offer.membership().value(),
        proposition.terms().name(),
        TextView.allOf(proposition.terms()),
        BenefitView.from(proposition.terms().benefit()),
        Decimals.format(proposition.terms().customerValue(), proposition.currency()),
        proposition.currency(),
        state,
        offer.superseded(),
        offer.occurrence(),
        offer.extendedAt(),
        offer.expiresAt(),
        offer.seenAt(),
        state == OfferState.EXPIRED ? offer.expiresAt() : offer.endedAt(),
        offer.entry(),
        offer.voucher());
  }
}
