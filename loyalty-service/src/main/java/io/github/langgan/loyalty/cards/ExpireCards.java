package io.github.langgan.loyalty.cards;

import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.contract.CardExpiredV1;
import io.github.langgan.loyalty.model.card.Card;
import io.github.langgan.loyalty.model.card.Cards;
import io.github.langgan.loyalty.model.card.IssuedCards;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Tells of cards whose time is over; from that moment on they count as expired without it. */
@Singleton
class ExpireCards {

  private static final int CARDS = 1_000;

  private final Cards cards;
  private final IssuedCards issuedCards;
  private final Outbox outbox;
  private final Clock clock;

  ExpireCards(Cards cards, IssuedCards issuedCards, Outbox outbox, Clock clock) {
    this.cards = cards;
    this.issuedCards = issuedCards;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** False when nothing was found to expire; cards in use are left to the next look. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public boolean expireSome() {
    List<Card> expired = cards.expire(clock.instant(), CARDS);
    outbox.append(
        issuedCards.withIds(expired.stream().map(Card::id).toList()).stream()
            .map(CardExpiredV1::of)
            .toList());
    return !expired.isEmpty();
  }
}
