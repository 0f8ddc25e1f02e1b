package io.github.langgan.loyalty.contract;

import io.github.langgan.loyalty.model.card.Card;
import io.github.langgan.loyalty.model.card.IssuedCard;
import java.time.Instant;
import java.util.UUID;

/** A member has the card in hand and can use it. */
public record CardActivatedV1(
    UUID cardId, UUID membershipId, UUID customerId, UUID programId, int issue, Instant at)
    implements CardEvent {

  public static CardActivatedV1 of(IssuedCard changed, Instant at) {
    Card card = changed.card();
    return new CardActivatedV1(
        card.id().value(),
        card.membership().value(),
        changed.membership().cameFor().value(),
        changed.membership().program().value(),
        card.issue(),
        at);
  }

  @Override
  public String type() {
    return "card.activated";
  }
}
