package io.github.langgan.loyalty.merging;

import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.MembershipRow;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Gives rows to the customer whom their record means. */
@Singleton
class MergedRows {

  private static final String MOVE_TRANSACTIONS =
      """
      UPDATE transaction
         SET customer_id = :survivor, came_for = coalesce(came_for, customer_id)
       WHERE customer_id = :merged
      """;

  private static final String RETURN_TRANSACTIONS =
      """
      UPDATE transaction SET customer_id = :merged
       WHERE customer_id = :survivor AND came_for = ANY(:back)
      """;

  private static final String MOVE_MEMBERSHIPS =
      """
      UPDATE membership m
         SET customer_id = :survivor,
             came_for = coalesce(m.came_for, m.customer_id),
             united_into = coalesce(m.united_into,
               (SELECT s.id FROM membership s
                 WHERE s.customer_id = :survivor AND s.program_id = m.program_id
                   AND s.united_into IS NULL))
       WHERE m.customer_id = :merged
      RETURNING old.united_into AS united_before, %s
      """
          .formatted(MembershipRow.COLUMNS);

  /** Those that were united among themselves stay so. */
  private static final String RETURN_MEMBERSHIPS =
      """
      UPDATE membership m
         SET customer_id = :merged,
             united_into = (SELECT other.id FROM membership other
                             WHERE other.id = m.united_into AND other.customer_id = :survivor
                               AND other.came_for = ANY(:back))
       WHERE m.customer_id = :survivor AND m.came_for = ANY(:back)
      RETURNING old.united_into AS united_before, %s
      """
          .formatted(MembershipRow.COLUMNS);

  private final Jdbi jdbi;

  MergedRows(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  record Row(
      @Nullable UUID unitedBefore,
      UUID id,
      UUID customerId,
      UUID cameFor,
      UUID programId,
      UUID accountId,
      Instant openedAt,
      @Nullable UUID unitedInto) {

    MovedMembership moved() {
      return new MovedMembership(
          new MembershipRow(id, customerId, cameFor, programId, accountId, openedAt, unitedInto)
              .membership(),
          unitedBefore == null ? null : new MembershipId(unitedBefore));
    }
  }

  /** Answers the memberships that were the merged one's, those that were united before too. */
  List<MovedMembership> move(Merge merge) {
    return apply(merge, Set.of(), MOVE_TRANSACTIONS, MOVE_MEMBERSHIPS);
  }

  /**
   * @param back the records that the split-off one has again, itself too
   */
  List<MovedMembership> giveBack(Merge merge, Set<UUID> back) {
    return apply(merge, back, RETURN_TRANSACTIONS, RETURN_MEMBERSHIPS);
  }

  private List<MovedMembership> apply(
      Merge merge, Set<UUID> back, String transactions, String memberships) {
    UUID[] records = back.toArray(UUID[]::new);
    return jdbi.withHandle(
        handle -> {
          var update =
              handle
                  .createUpdate(transactions)
                  .bind("survivor", merge.survivor())
                  .bind("merged", merge.merged());
          var query =
              handle
                  .createQuery(memberships)
                  .bind("survivor", merge.survivor())
                  .bind("merged", merge.merged());
          if (records.length > 0) {
            update.bind("back", records);
            query.bind("back", records);
          }
          update.execute();
          return query.mapTo(Row.class).map(Row::moved).list();
        });
  }
}
