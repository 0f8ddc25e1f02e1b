package io.github.langgan.loyalty.cards;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.contract.CardIssuedV1;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.card.Card;
import io.github.langgan.loyalty.model.card.CardKind;
import io.github.langgan.loyalty.model.card.CardRange;
import io.github.langgan.loyalty.model.card.CardRangeId;
import io.github.langgan.loyalty.model.card.CardRanges;
import io.github.langgan.loyalty.model.card.Cards;
import io.github.langgan.loyalty.model.card.IssuedCard;
import io.github.langgan.loyalty.model.card.IssuedCards;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives a member one more card. */
@Singleton
class IssueCard {

  private final Aliases aliases;
  private final ErasedSubjects erased;
  private final CardRanges ranges;
  private final Cards cards;
  private final IssuedCards issuedCards;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  IssueCard(
      Aliases aliases,
      ErasedSubjects erased,
      CardRanges ranges,
      Cards cards,
      IssuedCards issuedCards,
      Outbox outbox,
      Audit audit,
      Clock clock) {
    this.aliases = aliases;
    this.erased = erased;
    this.ranges = ranges;
    this.cards = cards;
    this.issuedCards = issuedCards;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param membership for which it is issued, also when that is united into another
   * @param asked null: the program's usual range of the kind
   * @param kind null: that of the range
   */
  @Transactional
  public Issuing issue(
      Membership membership, @Nullable CardRangeId asked, @Nullable CardKind kind) {
    aliases.resolve(membership.cameFor().value());
    if (erased.contains(membership.cameFor().value())) {
      return new Issuing.Gone();
    }
    Optional<CardRange> range =
        asked != null
            ? ranges.find(asked).filter(one -> one.program().equals(membership.program()))
            : Optional.ofNullable(kind).flatMap(one -> ranges.usual(membership.program(), one));
    if (range.isEmpty()) {
      return new Issuing.UnknownRange();
    }
    if (kind != null && kind != range.get().kind()) {
      return new Issuing.OtherKind();
    }
    return cards
        .issue(range.get(), membership.id(), clock.instant())
        .map(this::issued)
        .orElseGet(Issuing.RangeFull::new);
  }

  private Issuing issued(Card card) {
    IssuedCard issued = issuedCards.find(card.id()).orElseThrow();
    audit.record(
        "card.issued",
        "card",
        card.id(),
        "",
        Map.of("membership", card.membership().toString(), "range", card.range().toString()));
    return new Issuing.Issued(issued, outbox.append(CardIssuedV1.of(issued)));
  }
}
