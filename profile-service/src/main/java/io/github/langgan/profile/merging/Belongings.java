package io.github.langgan.profile.merging;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** All that belongs to customers here, moved whole: one statement, however much it is. */
@Singleton
class Belongings {

  private static final String MOVE =
      """
      WITH transactions AS (
        UPDATE transaction SET customer_id = :survivor, came_for = coalesce(came_for, customer_id)
         WHERE customer_id = :merged RETURNING transaction_id
      ), lines AS (
        UPDATE transaction_line l SET customer_id = :survivor
          FROM transactions t WHERE l.transaction_id = t.transaction_id
      ), interactions AS (
        UPDATE interaction SET customer_id = :survivor, came_for = coalesce(came_for, customer_id)
         WHERE customer_id = :merged RETURNING 1
      ), entries AS (
        UPDATE timeline_entry
           SET customer_id = :survivor, came_for = coalesce(came_for, customer_id)
         WHERE customer_id = :merged RETURNING 1
      ), memberships AS (
        UPDATE known_membership
           SET customer_id = :survivor, came_for = coalesce(came_for, customer_id)
         WHERE customer_id = :merged
      ), cases AS (
        UPDATE known_case SET customer_id = :survivor, came_for = coalesce(came_for, customer_id)
         WHERE customer_id = :merged
      )
      SELECT (SELECT count(*) FROM transactions) AS transactions,
             (SELECT count(*) FROM interactions) AS interactions,
             (SELECT count(*) FROM entries) AS timeline_entries
      """;

  /** What came for a customer itself has no came_for: so it is again as if it had never moved. */
  private static final String GIVE_BACK =
      """
      WITH transactions AS (
        UPDATE transaction SET customer_id = :merged, came_for = nullif(came_for, :merged)
         WHERE customer_id = :survivor AND came_for = ANY(:back) RETURNING transaction_id
      ), lines AS (
        UPDATE transaction_line l SET customer_id = :merged
          FROM transactions t WHERE l.transaction_id = t.transaction_id
      ), interactions AS (
        UPDATE interaction SET customer_id = :merged, came_for = nullif(came_for, :merged)
         WHERE customer_id = :survivor AND came_for = ANY(:back) RETURNING 1
      ), entries AS (
        UPDATE timeline_entry SET customer_id = :merged, came_for = nullif(came_for, :merged)
         WHERE customer_id = :survivor AND came_for = ANY(:back) RETURNING 1
      ), memberships AS (
        UPDATE known_membership SET customer_id = :merged, came_for = nullif(came_for, :merged)
         WHERE customer_id = :survivor AND came_for = ANY(:back)
      ), cases AS (
        UPDATE known_case SET customer_id = :merged, came_for = nullif(came_for, :merged)
         WHERE customer_id = :survivor AND came_for = ANY(:back)
      )
      SELECT (SELECT count(*) FROM transactions) AS transactions,
             (SELECT count(*) FROM interactions) AS interactions,
             (SELECT count(*) FROM entries) AS timeline_entries
      """;

  private static final String COUNT =
      """
      SELECT (SELECT count(*) FROM transaction WHERE customer_id = :customer) AS transactions,
             (SELECT count(*) FROM interaction WHERE customer_id = :customer) AS interactions,
             (SELECT count(*) FROM timeline_entry WHERE customer_id = :customer)
               AS timeline_entries
      """;

  private final Jdbi jdbi;

  Belongings(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** How many there were of each kind that is told of. */
  record Counts(long transactions, long interactions, long timelineEntries) {

    static final Counts NONE = new Counts(0, 0, 0);
  }

  /** All of the merged customer's; each keeps the record that it came for. */
  Counts move(UUID merged, UUID survivor) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(MOVE)
                .bind("merged", merged)
                .bind("survivor", survivor)
                .mapTo(Counts.class)
                .one());
  }

  /**
   * What came for one of the records that are no longer the survivor's.
   *
   * @param back the merged customer and those that were merged into it before
   */
  Counts giveBack(UUID merged, Set<UUID> back, UUID survivor) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(GIVE_BACK)
                .bind("merged", merged)
                .bind("back", back.toArray(UUID[]::new))
                .bind("survivor", survivor)
                .mapTo(Counts.class)
                .one());
  }

  Counts of(UUID customerId) {
    return jdbi.withHandle(
        handle -> handle.createQuery(COUNT).bind("customer", customerId).mapTo(Counts.class).one());
  }
}
