package io.github.langgan.loyalty.cards;

import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.loyalty.model.card.Card;
import io.github.langgan.loyalty.model.card.CardId;
import io.github.langgan.loyalty.model.card.CardState;
import io.github.langgan.loyalty.model.card.Cards;
import io.github.langgan.loyalty.model.card.IssuedCard;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;

/** What callers are told of cards. */
@Singleton
class CardAnswers {

  private static final ProblemType CARD_STATE = ProblemType.of("card-state");

  private final Cards cards;
  private final Clock clock;

  CardAnswers(Cards cards, Clock clock) {
    this.cards = cards;
    this.clock = clock;
  }

  CardView withoutHistory(IssuedCard card) {
    return CardView.from(card, null, clock.instant());
  }

  CardView withHistory(IssuedCard card) {
    return withHistory(List.of(card)).getFirst();
  }

  List<CardView> withHistory(List<IssuedCard> some) {
    List<CardId> ids = some.stream().map(one -> one.card().id()).toList();
    var acts = cards.acts(ids);
    return some.stream()
        .map(one -> CardView.from(one, acts.get(one.card().id()), clock.instant()))
        .toList();
  }

  /** Of a write, with its position. */
  Response written(Response.ResponseBuilder response, IssuedCard card, Position position) {
    return response
        .tag(ETags.of(card.card().version()))
        .header(ReadAfter.POSITION_HEADER, position)
        .entity(withHistory(card))
        .build();
  }

  Problem wrongState(Card card, CardState state) {
    Problem problem = Problem.of(CARD_STATE, "The card is " + state).with("state", state);
    return card.blockReason() == null ? problem : problem.with("blockReason", card.blockReason());
  }
}
