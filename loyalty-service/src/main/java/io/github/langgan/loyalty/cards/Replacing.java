package io.github.langgan.loyalty.cards;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.loyalty.model.card.Card;
import io.github.langgan.loyalty.model.card.CardState;
import io.github.langgan.loyalty.model.card.Fee;
import io.github.langgan.loyalty.model.card.IssuedCard;
import io.github.langgan.loyalty.model.card.ReplacementReason;

sealed interface Replacing {

  /** What it would cost now. */
  record Quoted(ReplacementReason reason, Fee fee) implements Replacing {}

  record Replaced(IssuedCard card, ReplacementReason reason, Fee fee, Position position)
      implements Replacing {}

  /** It is neither blocked nor expired; nothing was changed. */
  record NotNeeded(Card card, CardState state) implements Replacing {}

  /** It was erased meanwhile. */
  record Gone() implements Replacing {}
}
