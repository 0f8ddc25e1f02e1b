package io.github.langgan.loyalty.contract;

import io.github.langgan.loyalty.model.card.Card;
import io.github.langgan.loyalty.model.card.IssuedCard;
import java.time.Instant;
import java.util.UUID;

/** Nothing can be spent by presenting the card; what it named before it still names. */
public record CardBlockedV1(
    UUID cardId,
    UUID membershipId,
    UUID customerId,
    UUID programId,
    int issue,
    String reason,
    Instant at)
    implements CardEvent {

  public static CardBlockedV1 of(IssuedCard changed, Instant at) {
    Card card = changed.card();
    return new CardBlockedV1(
        card.id().value(),
        card.membership().value(),
        changed.membership().cameFor().value(),
        changed.membership().program().value(),
        card.issue(),
        String.valueOf(card.blockReason()),
        at);
  }

  @Override
  public String type() {
    return "card.blocked";
  }
}
