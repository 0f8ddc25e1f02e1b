package io.github.langgan.loyalty.model.card;

import io.github.langgan.loyalty.model.MembershipId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A card as a query answers it that selects {@link #COLUMNS}. */
record CardRow(
    UUID cardId,
    String number,
    UUID membershipId,
    UUID rangeId,
    int issue,
    CardState state,
    @Nullable BlockReason blockReason,
    Instant issuedAt,
    @Nullable Instant activatedAt,
    @Nullable Instant expiresAt,
    long version) {

  /** Of the table, or alias, {@code c}. */
  static final String COLUMNS =
      "c.id AS card_id, c.number, c.membership_id, c.range_id, c.issue, c.state, c.block_reason,"
          + " c.issued_at, c.activated_at, c.expires_at, c.version";

  Card card() {
    return new Card(
        new CardId(cardId),
        new CardNumber(number),
        new MembershipId(membershipId),
        new CardRangeId(rangeId),
        issue,
        state,
        blockReason,
        issuedAt,
        activatedAt,
        expiresAt,
        version);
  }
}
