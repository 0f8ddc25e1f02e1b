package io.github.langgan.loyalty.statement;

import io.github.langgan.loyalty.model.Membership;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** When a membership's points expire, if they are not spent. */
@Singleton
class Expirations {

  private final Jdbi jdbi;

  Expirations(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The soonest first; points that never expire are not among them.
   *
   * @param holder that holds the points: one that was united into another has none
   */
  List<ExpirationView> of(Membership holder, @Nullable Instant after, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT expires_at, sum(remaining)::bigint AS points,
                           coalesce(sum(remaining) FILTER (WHERE lapses_after IS NOT NULL), 0)::bigint
                             AS lapsing
                      FROM lot
                     WHERE account_id = :account AND remaining > 0 AND expires_at < 'infinity'
                       AND (:after::timestamptz IS NULL OR expires_at > :after)
                     GROUP BY expires_at ORDER BY expires_at LIMIT :limit
                    """)
                .bind("account", holder.accountId())
                .bindByType(
                    "after",
                    after == null ? null : after.atOffset(ZoneOffset.UTC),
                    OffsetDateTime.class)
                .bind("limit", limit)
                .mapTo(ExpirationView.class)
                .list());
  }
}
