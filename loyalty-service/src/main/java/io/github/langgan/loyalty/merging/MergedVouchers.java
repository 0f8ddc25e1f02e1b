package io.github.langgan.loyalty.merging;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Gives vouchers, and what orders use of them, to the customer whom their record means: limits
 * count the uses of both while they are one.
 */
@Singleton
class MergedVouchers {

  private static final List<String> TABLES =
      List.of("voucher", "voucher_reservation", "voucher_redemption");

  private static final String MOVE =
      """
      UPDATE %s SET customer_id = :survivor, came_for = coalesce(came_for, customer_id)
       WHERE customer_id = :merged
      """;

  private static final String RETURN =
      """
      UPDATE %s SET customer_id = :merged
       WHERE customer_id = :survivor AND came_for = ANY(:back)
      """;

  private final Jdbi jdbi;

  MergedVouchers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void move(Merge merge) {
    jdbi.useHandle(
        handle ->
            TABLES.forEach(
                table ->
                    handle
                        .createUpdate(MOVE.formatted(table))
                        .bind("survivor", merge.survivor())
                        .bind("merged", merge.merged())
                        .execute()));
  }

  /**
   * @param back the records that the split-off one has again, itself too
   */
  void giveBack(Merge merge, Set<UUID> back) {
    jdbi.useHandle(
        handle ->
            TABLES.forEach(
                table ->
                    handle
                        .createUpdate(RETURN.formatted(table))
                        .bind("survivor", merge.survivor())
                        .bind("merged", merge.merged())
                        .bind("back", back.toArray(UUID[]::new))
                        .execute()));
  }
}
