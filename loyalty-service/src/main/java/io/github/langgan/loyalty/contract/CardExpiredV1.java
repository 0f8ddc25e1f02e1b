package io.github.langgan.loyalty.contract;

import static java.util.Objects.requireNonNull;

import io.github.langgan.loyalty.model.card.Card;
import io.github.langgan.loyalty.model.card.IssuedCard;
import java.time.Instant;
import java.util.UUID;

/**
 * @param at from when on it could not be used
 */
public record CardExpiredV1(
    UUID cardId, UUID membershipId, UUID customerId, UUID programId, int issue, Instant at)
    implements CardEvent {

  public static CardExpiredV1 of(IssuedCard expired) {
    Card card = expired.card();
    return new CardExpiredV1(
        card.id().value(),
        card.membership().value(),
        expired.membership().cameFor().value(),
        expired.membership().program().value(),
        card.issue(),
        requireNonNull(card.expiresAt()));
  }

  @Override
  public String type() {
    return "card.expired";
  }
}
