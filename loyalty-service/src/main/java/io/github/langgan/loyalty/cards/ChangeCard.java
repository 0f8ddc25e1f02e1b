package io.github.langgan.loyalty.cards;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.contract.CardActivatedV1;
import io.github.langgan.loyalty.contract.CardBlockedV1;
import io.github.langgan.loyalty.contract.CardUnblockedV1;
import io.github.langgan.loyalty.model.card.BlockReason;
import io.github.langgan.loyalty.model.card.Card;
import io.github.langgan.loyalty.model.card.CardAct;
import io.github.langgan.loyalty.model.card.Cards;
import io.github.langgan.loyalty.model.card.IssuedCard;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Activates, blocks and unblocks the piece of a card that is in use. */
@Singleton
class ChangeCard {

  private final LockedCards lockedCards;
  private final Cards cards;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  ChangeCard(LockedCards lockedCards, Cards cards, Outbox outbox, Audit audit, Clock clock) {
    this.lockedCards = lockedCards;
    this.cards = cards;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public CardOutcome activate(IssuedCard seen) {
    Instant now = clock.instant();
    return change(
        seen,
        now,
        card -> card.activated(now),
        after -> CardAct.of(CardAct.Kind.ACTIVATED, after, now),
        CardActivatedV1::of);
  }

  /**
   * @param note in the words of whoever blocks it
   */
  @Transactional
  public CardOutcome block(IssuedCard seen, BlockReason reason, @Nullable String note) {
    Instant now = clock.instant();
    return change(
        seen,
        now,
        card -> card.blocked(reason, now),
        after -> CardAct.blocked(after, reason, note, now),
        CardBlockedV1::of);
  }

  @Transactional
  public CardOutcome unblock(IssuedCard seen) {
    Instant now = clock.instant();
    return change(
        seen,
        now,
        card -> card.unblocked(now),
        after -> CardAct.of(CardAct.Kind.UNBLOCKED, after, now),
        CardUnblockedV1::of);
  }

  private CardOutcome change(
      IssuedCard seen,
      Instant now,
      Function<Card, Optional<Card>> transition,
      Function<Card, CardAct> act,
      BiFunction<IssuedCard, Instant, PublishedEvent> event) {
    Optional<IssuedCard> locked = lockedCards.lock(seen);
    if (locked.isEmpty()) {
      return new CardOutcome.Gone();
    }
    Card before = locked.get().card();
    Optional<Card> after = transition.apply(before);
    if (after.isEmpty()) {
      return new CardOutcome.WrongState(before, before.stateAt(now));
    }
    IssuedCard changed = seen.with(after.get());
    CardAct done = act.apply(after.get());
    PublishedEvent told = event.apply(changed, now);
    cards.change(after.get(), done);
    audit.record(
        told.type(),
        "card",
        before.id(),
        "",
        done.reason() == null ? Map.of() : Map.of("reason", done.reason()));
    return new CardOutcome.Changed(changed, outbox.append(told));
  }
}
