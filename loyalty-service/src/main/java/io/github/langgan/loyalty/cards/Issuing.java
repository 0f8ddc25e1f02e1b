package io.github.langgan.loyalty.cards;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.loyalty.model.card.IssuedCard;

sealed interface Issuing {

  record Issued(IssuedCard card, Position position) implements Issuing {}

  /** The program has no such range, or none of the company's own cards of that kind. */
  record UnknownRange() implements Issuing {}

  /** The range that is named has cards of the other kind. */
  record OtherKind() implements Issuing {}

  record RangeFull() implements Issuing {}

  /** The member was erased meanwhile. */
  record Gone() implements Issuing {}
}
