package io.github.langgan.loyalty.erasing;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Revokes what was given to a customer, so that nobody uses it. Orders that used vouchers stay:
 * they name no person.
 */
@Singleton
class EraseVouchers {

  private static final String REVOKE =
      """
      WITH revoked AS (
        UPDATE voucher SET revoked_at = :now
         WHERE customer_id = ANY(:owners) AND coalesce(came_for, customer_id) = ANY(:subjects)
           AND revoked_at IS NULL
        RETURNING 1
      )
      SELECT (SELECT count(*) FROM revoked) AS vouchers, count(*) AS orders,
             max(ended_at) AS newest
        FROM voucher_reservation
       WHERE customer_id = ANY(:owners) AND coalesce(came_for, customer_id) = ANY(:subjects)
         AND state IN ('REDEEMED', 'RESTORED')
      """;

  private final Jdbi jdbi;

  EraseVouchers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * @param vouchers that were revoked
   * @param orders that used vouchers
   */
  record Done(long vouchers, long orders, @Nullable Instant newest) {}

  Done erase(Erasure erasure, Set<UUID> owners, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(REVOKE)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("owners", owners.toArray(UUID[]::new))
                .bind("subjects", erasure.ids())
                .mapTo(Done.class)
                .one());
  }
}
