package io.github.langgan.loyalty.offering;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.contract.OfferChangedV1;
import io.github.langgan.loyalty.model.offer.Offer;
import io.github.langgan.loyalty.model.offer.OfferState;
import io.github.langgan.loyalty.model.offer.Offers;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Ends offers that nobody accepted in time: their budgets have the benefits again. */
@Singleton
class ExpireOffers {

  private static final int PORTION = 500;

  private final Aliases aliases;
  private final Offers offers;
  private final Outbox outbox;
  private final Clock clock;

  ExpireOffers(Aliases aliases, Offers offers, Outbox outbox, Clock clock) {
    this.aliases = aliases;
    this.offers = offers;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Whether there may be more. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public boolean expireSome() {
    aliases.hold();
    Instant now = clock.instant();
    List<Offer> due = offers.lockSomeDue(now, PORTION);
    outbox.append(
        offers.end(due, OfferState.EXPIRED, now).stream()
            .map(one -> OfferChangedV1.of(one, now))
            .toList());
    return due.size() == PORTION;
  }
}
