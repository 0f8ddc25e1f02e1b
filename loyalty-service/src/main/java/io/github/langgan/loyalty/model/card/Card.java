package io.github.langgan.loyalty.model.card;

import io.github.langgan.loyalty.model.MembershipId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number that opens a membership, and the piece of it that is in use. What it may become next is
 * said by the methods that answer an {@code Optional}: empty when its state doesn't allow it.
 *
 * @param membership that it was issued for
 * @param issue which piece, from 1
 * @param state that is stored; see {@link #stateAt}
 * @param blockReason of the piece that is, or was when it expired, blocked
 * @param issuedAt of the piece
 * @param activatedAt null: never was
 * @param expiresAt of the piece; null: never
 * @param version counts what happened to the card
 */
public record Card(
    CardId id,
    CardNumber number,
    MembershipId membership,
    CardRangeId range,
    int issue,
    CardState state,
    @Nullable BlockReason blockReason,
    Instant issuedAt,
    @Nullable Instant activatedAt,
    @Nullable Instant expiresAt,
    long version) {

  static Card issued(CardNumber number, MembershipId membership, CardRange range, Instant at) {
    boolean usable = range.kind() == CardKind.VIRTUAL;
    return new Card(
        CardId.next(),
        number,
        membership,
        range.id(),
        1,
        usable ? CardState.ACTIVE : CardState.INACTIVE,
        null,
        at,
        usable ? at : null,
        range.expiryOfIssued(at),
        1);
  }

  /** EXPIRED from the moment on, whether or not that was stored yet. */
  public CardState stateAt(Instant now) {
    return expiresAt != null && !expiresAt.isAfter(now) ? CardState.EXPIRED : state;
  }

  public boolean isActive(Instant now) {
    return stateAt(now) == CardState.ACTIVE;
  }

  public Optional<Card> activated(Instant now) {
    return stateAt(now) == CardState.INACTIVE
        ? Optional.of(next(CardState.ACTIVE, null, now))
        : Optional.empty();
  }

  /** A blocked one only for a worse reason: it was mislaid, and turns out to be stolen. */
  public Optional<Card> blocked(BlockReason reason, Instant now) {
    return switch (stateAt(now)) {
      case INACTIVE, ACTIVE -> Optional.of(next(CardState.BLOCKED, reason, activatedAt));
      case BLOCKED ->
          reason.isForGood() && !isBlockedForGood()
              ? Optional.of(next(CardState.BLOCKED, reason, activatedAt))
              : Optional.empty();
      case EXPIRED -> Optional.empty();
    };
  }

  /** To what it was before. */
  public Optional<Card> unblocked(Instant now) {
    CardState before = activatedAt == null ? CardState.INACTIVE : CardState.ACTIVE;
    return stateAt(now) == CardState.BLOCKED && !isBlockedForGood()
        ? Optional.of(next(before, null, activatedAt))
        : Optional.empty();
  }

  /** Empty while its piece needs no replacement: it is neither blocked nor expired. */
  public Optional<ReplacementReason> replacementReason(Instant now) {
    if (blockReason != null) {
      return Optional.of(ReplacementReason.of(blockReason));
    }
    return stateAt(now) == CardState.EXPIRED
        ? Optional.of(ReplacementReason.EXPIRED)
        : Optional.empty();
  }

  /** By a new piece with the same number. */
  public Optional<Card> replaced(CardRange from, Instant now) {
    return replacementReason(now)
        .map(
            reason -> {
              Card piece = issued(number, membership, from, now);
              return new Card(
                  id,
                  number,
                  membership,
                  range,
                  issue + 1,
                  piece.state,
                  null,
                  now,
                  piece.activatedAt,
                  piece.expiresAt,
                  version + 1);
            });
  }

  private boolean isBlockedForGood() {
    return blockReason != null && blockReason.isForGood();
  }

  private Card next(CardState after, @Nullable BlockReason reason, @Nullable Instant active) {
    return new Card(
        id,
        number,
        membership,
        range,
        issue,
        after,
        reason,
        issuedAt,
        active,
        expiresAt,
        version + 1);
  }
}
