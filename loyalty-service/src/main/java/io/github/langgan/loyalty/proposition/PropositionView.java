package io.github.langgan.loyalty.proposition;

import io.github.langgan.chassis.money.Decimals;
import io.github.langgan.loyalty.model.contact.Channel;
import io.github.langgan.loyalty.model.offer.Occurrence;
import io.github.langgan.loyalty.model.offer.Proposition;
import io.github.langgan.loyalty.model.offer.PropositionState;
import io.github.langgan.loyalty.model.offer.PropositionTerms;
import io.github.langgan.loyalty.representation.BenefitView;
import io.github.langgan.loyalty.representation.BenefitView.TextView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "Proposition",
    description = "What is promised to whom, and what it is expected to bring the company.",
    examples =
        """
        {"propositionId":"019b0c60-1a2b-7c3d-9e4f-5a6b7c8d9e0f",\
        "programId":"019b0c29-a1b2-7c3d-9e4f-5a6b7c8d9e0f","name":"We miss you",\
        "state":"ACTIVE","currency":"GBP",\
        "texts":[{"language":"en","title":"We miss you","body":"500 points are waiting."}],\
        "audience":{"segments":[],"stages":[],"tiers":["SILVER","GOLD"]},\
        "triggers":[{"on":"LIFECYCLE_CHANGED","stage":"LAPSING"}],\
        "benefit":{"kind":"POINTS","points":500},"customerValue":"5.00",\
        "economics":{"acceptanceRate":"0.2","marginPerAcceptance":"30.00","benefitCost":"4.00",\
        "contactCost":"0.05","expectedMargin":"5.15","pays":true},\
        "budget":{"offers":10000,"extended":1200,"cost":"12000.00","committed":"4860.00"},\
        "contact":{"purpose":"NEWSLETTER","channel":"EMAIL","needsConsent":true,"most":2,"days":30},\
        "validFrom":"2026-02-01T00:00:00Z","validUntil":"2026-07-01T00:00:00Z",\
        "offerValidDays":14,"pilot":{"controlShare":"0.1","windowDays":28},\
        "createdAt":"2026-01-20T03:00:00Z"}""")
record PropositionView(
    @Schema(required = true) UUID propositionId,
    @Schema(required = true) UUID programId,
    @Schema(required = true) String name,
    @Schema(required = true) PropositionState state,
    @Schema(required = true, description = "ISO 4217, of all money here") String currency,
    @Schema(required = true) List<TextView> texts,
    @Schema(required = true) AudienceView audience,
    @Schema(required = true) List<TriggerView> triggers,
    @Schema(required = true) BenefitView benefit,
    @Schema(required = true, description = "Of the benefit, to a member") String customerValue,
    @Schema(required = true) EconomicsView economics,
    @Schema(description = "Why it is made although it isn't expected to pay")
        @Nullable String evenIfUnprofitable,
    @Schema(required = true) BudgetView budget,
    @Schema(required = true) ContactView contact,
    @Schema(required = true) Instant validFrom,
    @Schema(required = true) Instant validUntil,
    @Schema(required = true, minimum = "1") int offerValidDays,
    @Schema(description = "Absent: everybody is offered it") @Nullable PilotView pilot,
    @Schema(required = true) Instant createdAt) {

  @Schema(name = "Audience", description = "One of each list; an empty list is everybody.")
  record AudienceView(
      @Schema(required = true) Set<String> segments,
      @Schema(required = true) Set<String> stages,
      @Schema(required = true) Set<String> tiers) {}

  @Schema(name = "Trigger")
  record TriggerView(
      @Schema(required = true) Occurrence on,
      @Nullable String segment,
      @Nullable String stage,
      @Nullable Integer atLeast) {}

  @Schema(name = "Economics", description = "Of one offer, as it is expected.")
  record EconomicsView(
      @Schema(required = true) String acceptanceRate,
      @Schema(required = true) String marginPerAcceptance,
      @Schema(required = true) String benefitCost,
      @Schema(required = true) String contactCost,
      @Schema(
              required = true,
              description =
                  "What an offer brings the company: acceptanceRate × (marginPerAcceptance -"
                      + " benefitCost) - contactCost")
          String expectedMargin,
      @Schema(required = true) boolean pays) {}

  @Schema(name = "OfferBudget")
  record BudgetView(
      @Schema(required = true, minimum = "1") long offers,
      @Schema(required = true, minimum = "0", description = "Offers so far") long extended,
      @Schema(description = "Absent: as much as the offers come to") @Nullable String cost,
      @Schema(
              required = true,
              description = "Contacts so far, and the benefits of offers that are open or accepted")
          String committed) {}

  @Schema(name = "OfferContact")
  record ContactView(
      @Schema(required = true) String purpose,
      @Schema(required = true) Channel channel,
      @Schema(required = true) boolean needsConsent,
      @Schema(required = true, minimum = "1") int most,
      @Schema(required = true, minimum = "1") int days) {}

  @Schema(name = "Pilot")
  record PilotView(
      @Schema(required = true) String controlShare,
      @Schema(required = true, minimum = "1") int windowDays) {}

  static PropositionView from(Proposition one) {
    PropositionTerms terms = one.terms();
    var economics = terms.economics();
    var contact = terms.contact();
    return new PropositionView(
        one.id().value(),
        one.program().value(),
        terms.name(),
        one.state(),
        one.currency(),
        TextView.allOf(terms),
        new AudienceView(
            terms.audience().segments(), terms.audience().stages(), terms.audience().tiers()),
        terms.triggers().stream()
            .map(t -> new TriggerView(t.on(), t.segment(), t.stage(), t.atLeast()))
            .toList(),
        BenefitView.from(terms.benefit()),
        money(terms.customerValue(), one),
        new EconomicsView(
            economics.acceptanceRate().toPlainString(),
            money(economics.marginPerAcceptance(), one),
            money(economics.benefitCost(), one),
            money(economics.contactCost(), one),
            money(economics.expectedMargin(), one),
            economics.pays()),
        terms.evenIfUnprofitable(),
        new BudgetView(
            one.budget().mostOffers(),
            one.budget().offers(),
            one.budget().mostCost() == null ? null : money(one.budget().mostCost(), one),
            money(one.budget().committed(), one)),
        new ContactView(
            contact.purpose().code(),
            contact.purpose().channel(),
            contact.purpose().needsConsent(),
            contact.most(),
            contact.days()),
        one.from(),
        one.until(),
        terms.validDays(),
        terms.pilot() == null
            ? null
            : new PilotView(
                terms.pilot().controlShare().toPlainString(), terms.pilot().windowDays()),
        one.createdAt());
  }

  private static String money(BigDecimal amount, Proposition of) {
    return Decimals.format(amount, of.currency());
  }
}
