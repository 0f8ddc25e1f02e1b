package io.github.langgan.loyalty.offering;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.contract.OfferChangedV1;
import io.github.langgan.loyalty.model.Customers;
import io.github.langgan.loyalty.model.offer.Offer;
import io.github.langgan.loyalty.model.offer.OfferId;
import io.github.langgan.loyalty.model.offer.OfferState;
import io.github.langgan.loyalty.model.offer.Offers;
import io.github.langgan.loyalty.model.offer.Propositions;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a member does with an offer; doing it again changes nothing. */
@Singleton
class AnswerOffer {

  private final Aliases aliases;
  private final Customers customers;
  private final Offers offers;
  private final Propositions propositions;
  private final GiveBenefit giveBenefit;
  private final Outbox outbox;
  private final Clock clock;

  AnswerOffer(
      Aliases aliases,
      Customers customers,
      Offers offers,
      Propositions propositions,
      GiveBenefit giveBenefit,
      Outbox outbox,
      Clock clock) {
    this.aliases = aliases;
    this.customers = customers;
    this.offers = offers;
    this.propositions = propositions;
    this.giveBenefit = giveBenefit;
    this.outbox = outbox;
    this.clock = clock;
  }

  sealed interface Answered {

    /**
     * @param position null: it was so before
     */
    record Done(Offer offer, @Nullable Position position) implements Answered {}

    /** It is not open any more, and ended otherwise. */
    record Over(Offer offer) implements Answered {}
  }

  /** One that is over was seen before, or too late: nothing changes. */
  @Transactional
  Answered see(OfferId id) {
    Offer offer = lock(id);
    Instant now = clock.instant();
    if (offer.stateAt(now) != OfferState.EXTENDED || offer.superseded()) {
      return new Answered.Done(offer, null);
    }
    return change(offer.seen(now), now);
  }

  @Transactional
  Answered decline(OfferId id) {
    Offer offer = lock(id);
    Instant now = clock.instant();
    if (offer.state() == OfferState.DECLINED) {
      return new Answered.Done(offer, null);
    }
    if (!offer.isOpenAt(now)) {
      return new Answered.Over(offer);
    }
    offers.end(List.of(offer), OfferState.DECLINED, now);
    Offer declined = offer.ended(OfferState.DECLINED, now);
    return new Answered.Done(declined, outbox.append(OfferChangedV1.of(declined, now)));
  }

  /** Also of a proposition that is paused or ended: it was promised. */
  @Transactional
  Answered accept(OfferId id) {
    Offer offer = lock(id);
    Instant now = clock.instant();
    if (offer.state() == OfferState.ACCEPTED) {
      return new Answered.Done(offer, null);
    }
    if (!offer.isOpenAt(now)) {
      return new Answered.Over(offer);
    }
    var benefit = propositions.find(offer.proposition()).orElseThrow().terms().benefit();
    GiveBenefit.Given given = giveBenefit.give(offer, benefit, now);
    offers.change(given.offer());
    return new Answered.Done(given.offer(), outbox.append(given.events()).getLast());
  }

  /** With all offers of its customer: of two for the same, one may be accepted. */
  private Offer lock(OfferId id) {
    aliases.hold();
    customers.lockForCounting(offers.find(id).orElseThrow().customer());
    return offers.lock(id).orElseThrow();
  }

  private Answered change(Offer changed, Instant now) {
    offers.change(changed);
    return new Answered.Done(changed, outbox.append(OfferChangedV1.of(changed, now)));
  }
}
