package io.github.langgan.loyalty.statement;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The lots of an account. */
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
      long redeemed,
      long expired,
      long reversed,
      long moved,
      Instant earnedAt,
      OffsetDateTime expiresAt,
      @Nullable UUID transactionId,
      UUID entryId) {

    LotView view() {
      return new LotView(
          id,
          original,
          remaining,
          redeemed,
          expired,
          reversed,
          moved,
          earnedAt,
          expiresAt.equals(OffsetDateTime.MAX) ? null : expiresAt.toInstant(),
          transactionId,
          entryId);
    }
  }

  /** The newest first. */
  List<LotView> of(UUID accountId, @Nullable UUID after, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, original, remaining, redeemed, expired, reversed, moved, earned_at,
                           expires_at, transaction_id, entry_id
                      FROM lot
                     WHERE account_id = :account AND (:after::uuid IS NULL OR id < :after)
                     ORDER BY id DESC LIMIT :limit
                    """)
                .bind("account", accountId)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(Row.class)
                .map(Row::view)
                .list());
  }
}
