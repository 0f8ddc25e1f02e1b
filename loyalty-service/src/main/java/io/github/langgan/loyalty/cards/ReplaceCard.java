package io.github.langgan.loyalty.cards;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.contract.CardReplacedV1;
import io.github.langgan.loyalty.model.card.Card;
import io.github.langgan.loyalty.model.card.CardAct;
import io.github.langgan.loyalty.model.card.Cards;
import io.github.langgan.loyalty.model.card.Fee;
import io.github.langgan.loyalty.model.card.IssuedCard;
import io.github.langgan.loyalty.model.card.ReplacementReason;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Gives a member a new piece under the same number, for a fee by the range's policy. */
@Singleton
class ReplaceCard {

  private final LockedCards lockedCards;
  private final Cards cards;
  private final TierOf tierOf;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  ReplaceCard(
      LockedCards lockedCards,
      Cards cards,
      TierOf tierOf,
      Outbox outbox,
      Audit audit,
      Clock clock) {
    this.lockedCards = lockedCards;
    this.cards = cards;
    this.tierOf = tierOf;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** Changes nothing. */
  Replacing quote(IssuedCard seen) {
    Instant now = clock.instant();
    return seen.card()
        .replacementReason(now)
        .<Replacing>map(reason -> new Replacing.Quoted(reason, fee(seen, reason)))
        .orElseGet(() -> notNeeded(seen, now));
  }

  @Transactional
  public Replacing replace(IssuedCard seen) {
    Optional<IssuedCard> locked = lockedCards.lock(seen);
    if (locked.isEmpty()) {
      return new Replacing.Gone();
    }
    IssuedCard before = locked.get();
    Instant now = clock.instant();
    Optional<Card> after = before.card().replaced(before.range(), now);
    return after.isEmpty()
        ? notNeeded(before, now)
        : replaced(before, after.get(), before.card().replacementReason(now).orElseThrow());
  }

  private Replacing replaced(IssuedCard before, Card after, ReplacementReason reason) {
    Fee fee = fee(before, reason);
    cards.change(after, CardAct.replaced(after, reason, fee, after.issuedAt()));
    audit.record(
        "card.replaced",
        "card",
        after.id(),
        "",
        Map.of(
            "reason", reason, "issue", after.issue(), "fee", fee.amount(), "in", fee.currency()));
    IssuedCard replaced = before.with(after);
    Position position = outbox.append(CardReplacedV1.of(replaced, reason, fee));
    return new Replacing.Replaced(replaced, reason, fee, position);
  }

  private Fee fee(IssuedCard card, ReplacementReason reason) {
    return card.range().replacementFee(reason, tierOf.member(card.membership()));
  }

  private static Replacing notNeeded(IssuedCard issued, Instant now) {
    return new Replacing.NotNeeded(issued.card(), issued.card().stateAt(now));
  }
}
