package io.github.langgan.loyalty.cards;

import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.access.OwnCustomer;
import io.github.langgan.loyalty.model.card.CardId;
import io.github.langgan.loyalty.model.card.IssuedCard;
import io.github.langgan.loyalty.model.card.IssuedCards;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** The cards that the caller may speak for. */
@Singleton
class VisibleCards {

  private final IssuedCards cards;
  private final OwnCustomer ownCustomer;
  private final ErasedSubjects erased;

  VisibleCards(IssuedCards cards, OwnCustomer ownCustomer, ErasedSubjects erased) {
    this.cards = cards;
    this.ownCustomer = ownCustomer;
    this.erased = erased;
  }

  /** 404 for a missing one, and the same for another's, and when the member was erased. */
  IssuedCard get(UUID id) {
    return cards.find(new CardId(id)).filter(this::isVisible).orElseThrow(Problem::notFound);
  }

  Optional<IssuedCard> withNumber(String number) {
    return cards.withNumber(number).filter(this::isVisible);
  }

  boolean isVisible(IssuedCard card) {
    return ownCustomer.maySee(card.membership().customer())
        && !erased.contains(card.membership().cameFor().value());
  }
}
