package io.github.langgan.loyalty.contract;

import io.github.langgan.chassis.money.Money;
import io.github.langgan.loyalty.model.card.Card;
import io.github.langgan.loyalty.model.card.Fee;
import io.github.langgan.loyalty.model.card.IssuedCard;
import io.github.langgan.loyalty.model.card.ReplacementReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A card has a new piece with the same number.
 *
 * @param issue the new piece; the one before it can't be used any more
 * @param state of the new piece
 * @param fee that the member is to be charged
 * @param waiver why that is nothing
 */
public record CardReplacedV1(
    UUID cardId,
    UUID membershipId,
    UUID customerId,
    UUID programId,
    int issue,
    String reason,
    String state,
    Money fee,
    @Nullable String waiver,
    @Nullable Instant expiresAt,
    Instant at)
    implements CardEvent {

  public static CardReplacedV1 of(IssuedCard replaced, ReplacementReason reason, Fee fee) {
    Card card = replaced.card();
    return new CardReplacedV1(
        card.id().value(),
        card.membership().value(),
        replaced.membership().cameFor().value(),
        replaced.membership().program().value(),
        card.issue(),
        reason.name(),
        card.state().name(),
        new Money(fee.amount(), fee.currency()),
        fee.waiver() == null ? null : fee.waiver().name(),
        card.expiresAt(),
        card.issuedAt());
  }

  @Override
  public String type() {
    return "card.replaced";
  }
}
