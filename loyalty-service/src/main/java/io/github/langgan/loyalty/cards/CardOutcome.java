package io.github.langgan.loyalty.cards;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.loyalty.model.card.Card;
import io.github.langgan.loyalty.model.card.CardState;
import io.github.langgan.loyalty.model.card.IssuedCard;

sealed interface CardOutcome {

  record Changed(IssuedCard card, Position position) implements CardOutcome {}

  /** Its state doesn't allow it; nothing was changed. */
  record WrongState(Card card, CardState state) implements CardOutcome {}

  /** It was erased meanwhile. */
  record Gone() implements CardOutcome {}
}
