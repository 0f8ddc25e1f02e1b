package io.github.langgan.loyalty.statement;

import io.github.langgan.loyalty.model.Membership;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The lots of a membership, and of those united into it. */
@Singleton
class LotList {

  private final Jdbi jdbi;

  LotList(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  record Row(
      UUID id,
      long original,
      long remaining,
      long reserved,
      long redeemed,
      long expired,
      long reversed,
      long moved,
      Instant earnedAt,
      @Nullable Instant activeAt,
      OffsetDateTime expiresAt,
      @Nullable String lapsesAfter,
      @Nullable UUID transactionId,
      UUID entryId) {

    LotView view() {
      return new LotView(
          id,
          original,
          remaining,
          reserved,
          redeemed,
          expired,
          reversed,
          moved,
          earnedAt,
          activeAt,
          expiresAt.equals(OffsetDateTime.MAX) ? null : expiresAt.toInstant(),
          lapsesAfter,
          transactionId,
          entryId);
    }
  }

  /** The newest first. */
  List<LotView> of(Membership membership, @Nullable UUID after, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, original, remaining, reserved, redeemed, expired, reversed, moved,
                           earned_at, active_at, expires_at, lapses_after, transaction_id, entry_id
                      FROM lot
                     WHERE account_id = ANY(ARRAY(
                             SELECT account_id FROM membership
                              WHERE customer_id = :customer AND program_id = :program))
                       AND (:after::uuid IS NULL OR id < :after)
                     ORDER BY id DESC LIMIT :limit
                    """)
                .bind("customer", membership.customer().value())
                .bind("program", membership.program().value())
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(Row.class)
                .map(Row::view)
                .list());
  }
}
