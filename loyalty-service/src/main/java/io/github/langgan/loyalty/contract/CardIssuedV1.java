package io.github.langgan.loyalty.contract;

import io.github.langgan.chassis.event.PersonalEvent;
import io.github.langgan.loyalty.model.card.Card;
import io.github.langgan.loyalty.model.card.CardRange;
import io.github.langgan.loyalty.model.card.IssuedCard;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member got another card than the first, which comes with the membership. */
public record CardIssuedV1(
    UUID cardId,
    UUID membershipId,
    UUID customerId,
    UUID programId,
    UUID rangeId,
    String kind,
    @Nullable String partner,
    int issue,
    String state,
    @Nullable Instant expiresAt,
    Instant at,
    Person person)
    implements CardEvent, PersonalEvent {

  /** What names the customer at a till, apart from the rest, so that it can be dropped. */
  public record Person(String cardNumber) {}

  public static CardIssuedV1 of(IssuedCard issued) {
    Card card = issued.card();
    CardRange range = issued.range();
    return new CardIssuedV1(
        card.id().value(),
        card.membership().value(),
        issued.membership().cameFor().value(),
        issued.membership().program().value(),
        range.id().value(),
        range.kind().name(),
        range.partner(),
        card.issue(),
        card.state().name(),
        card.expiresAt(),
        card.issuedAt(),
        new Person(card.number().digits()));
  }

  @Override
  public String type() {
    return "card.issued";
  }

  @Override
  public UUID dataSubject() {
    return customerId;
  }
}
