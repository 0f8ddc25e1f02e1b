package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.card.Card;
import io.github.langgan.loyalty.model.card.Cards;
import io.github.langgan.loyalty.model.card.IssuedCards;
import jakarta.inject.Singleton;
import java.time.Instant;
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

  /**
   * Until the commit it stays what it is. Throws a {@link Problem} when it doesn't open this
   * membership, or is not active.
   */
  Card active(MembershipId holder, String number, Instant now) {
    Optional<Card> presented =
        issuedCards
            .withNumber(number)
            .filter(issued -> issued.opens().equals(holder))
            .flatMap(issued -> cards.hold(issued.card().id()));
    return presented
        .filter(card -> card.isActive(now))
        .orElseThrow(
            () ->
                RedemptionProblems.cardNotActive(
                    presented.map(card -> card.stateAt(now)).orElse(null)));
  }
}
