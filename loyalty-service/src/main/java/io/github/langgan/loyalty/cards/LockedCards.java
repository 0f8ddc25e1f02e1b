package io.github.langgan.loyalty.cards;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.loyalty.model.card.Cards;
import io.github.langgan.loyalty.model.card.IssuedCard;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Cards that are about to change. */
@Singleton
class LockedCards {

  private final Aliases aliases;
  private final ErasedSubjects erased;
  private final Cards cards;

  LockedCards(Aliases aliases, ErasedSubjects erased, Cards cards) {
    this.aliases = aliases;
    this.erased = erased;
    this.cards = cards;
  }

  /**
   * As it is now: until the commit it is neither changed nor erased, and opens what it opens.
   *
   * @param seen as the caller was shown it
   */
  Optional<IssuedCard> lock(IssuedCard seen) {
    aliases.resolve(seen.membership().cameFor().value());
    return erased.contains(seen.membership().cameFor().value())
        ? Optional.empty()
        : cards.lock(seen.card().id()).map(seen::with);
  }
}
