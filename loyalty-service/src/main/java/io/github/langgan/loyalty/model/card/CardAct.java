package io.github.langgan.loyalty.model.card;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a card.
 *
 * @param issue the piece that it happened to; of a replacement the new one
 * @param reason of a block or a replacement
 * @param note in the words of whoever blocked it
 * @param fee of a replacement, in the program's currency
 */
public record CardAct(
    Kind act,
    int issue,
    Instant at,
    @Nullable String reason,
    @Nullable String note,
    @Nullable BigDecimal fee) {

  public enum Kind {
    ISSUED,
    ACTIVATED,
    BLOCKED,
    UNBLOCKED,
    REPLACED,
    EXPIRED
  }

  public static CardAct of(Kind act, Card after, Instant at) {
    return new CardAct(act, after.issue(), at, null, null, null);
  }

  public static CardAct blocked(Card after, BlockReason reason, @Nullable String note, Instant at) {
    return new CardAct(Kind.BLOCKED, after.issue(), at, reason.name(), note, null);
  }

  public static CardAct replaced(Card after, ReplacementReason reason, Fee fee, Instant at) {
    return new CardAct(Kind.REPLACED, after.issue(), at, reason.name(), null, fee.amount());
  }
}
