package io.github.langgan.loyalty.contract;

import io.github.langgan.loyalty.model.card.Card;
import io.github.langgan.loyalty.model.card.IssuedCard;
import java.time.Instant;
import java.util.UUID;

/**
 * @param state what it was before it was blocked
 */
public record CardUnblockedV1(
    UUID cardId,
    UUID membershipId,
    UUID customerId,
    UUID programId,
    int issue,
    String state,
    Instant at)
    implements CardEvent {

  public static CardUnblockedV1 of(IssuedCard changed, Instant at) {
    Card card = changed.card();
    return new CardUnblockedV1(
        card.id().value(),
        card.membership().value(),
        changed.membership().cameFor().value(),
        changed.membership().program().value(),
        card.issue(),
        card.state().name(),
        at);
  }

  @Override
  public String type() {
    return "card.unblocked";
  }
}
