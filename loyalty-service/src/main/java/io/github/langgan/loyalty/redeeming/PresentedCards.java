package io.github.langgan.loyalty.redeeming;

import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.card.Card;
import io.github.langgan.loyalty.model.card.Cards;
import io.github.langgan.loyalty.model.card.IssuedCards;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Cards that somebody shows to spend points. */
@Singleton
class PresentedCards {

  private final IssuedCards issuedCards;
  private final Cards cards;

  PresentedCards(IssuedCards issuedCards, Cards cards) {
    this.issuedCards = issuedCards;
    this.cards = cards;
  }

  /** Empty when it doesn't open this membership; until the commit it stays what it is. */
  Optional<Card> of(MembershipId holder, String number) {
    return issuedCards
        .withNumber(number)
        .filter(issued -> issued.opens().equals(holder))
        .flatMap(issued -> cards.hold(issued.card().id()));
  }
}
