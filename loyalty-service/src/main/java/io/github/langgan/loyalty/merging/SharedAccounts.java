package io.github.langgan.loyalty.merging;

import io.github.langgan.loyalty.merging.Settlement.Crossed;
import io.github.langgan.loyalty.model.Membership;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What two members did on an account that they shared. */
@Singleton
class SharedAccounts {

  private static final String CROSSED =
      """
      SELECT coalesce(sum(points) FILTER (WHERE of_merged AND NOT by_merged), 0) AS by_survivor,
             coalesce(sum(points) FILTER (WHERE by_merged AND NOT of_merged), 0) AS by_merged
        FROM (SELECT -p.points AS points, e.customer_id = ANY(:back) AS by_merged,
                     coalesce(l.came_for, l.customer_id) = ANY(:back) AS of_merged
                FROM entry e
                JOIN posting p ON p.entry_id = e.id
                JOIN lot l ON l.id = p.lot_id
               WHERE e.membership_id = :membership AND e.id > :since
                 AND e.kind IN ('RESERVED', 'RESERVATION_RELEASED', 'REDEEMED',
                                'REDEMPTION_REVERSED', 'RETURNED', 'TRANSFERRED',
                                'DEBT_PAID')) spent
      """;

  private static final String GIVE_EARNINGS_BACK =
      """
      UPDATE earning e SET membership_id = :merged
        FROM transaction t
       WHERE t.customer_id = :customer AND e.transaction_id = t.id AND e.membership_id = :survivor
      """;

  private static final String KEEP_STRANGE =
      """
      WITH strange AS (
        UPDATE lot l SET came_for = NULL
          FROM membership m
         WHERE m.id = ANY(:memberships) AND l.account_id = m.account_id
           AND (l.came_for = ANY(:back)) <> :ofMerged
        RETURNING m.id, l.remaining
      )
      SELECT id, sum(remaining) AS points FROM strange GROUP BY id HAVING sum(remaining) > 0
      """;

  private final Jdbi jdbi;

  SharedAccounts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Points on a membership that came for a record which is no member. */
  record Stranded(UUID id, long points) {}

  /**
   * Which of the two spent the other's points since an entry.
   *
   * @param back the records that the split-off one has again
   */
  Crossed crossedSince(UUID entry, Membership shared, Set<UUID> back) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(CROSSED)
                .bind("membership", shared.id().value())
                .bind("since", entry)
                .bind("back", back.toArray(UUID[]::new))
                .mapTo(Crossed.class)
                .one());
  }

  /** What the split-off one's purchases earned on the survivor's membership counts as its own. */
  void giveEarningsBack(Membership survivor, Membership merged) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(GIVE_EARNINGS_BACK)
                .bind("customer", merged.customer().value())
                .bind("merged", merged.id().value())
                .bind("survivor", survivor.id().value())
                .execute());
  }

  /**
   * What is on these accounts after the split belongs to their members, also what came for the
   * other.
   *
   * @param ofMerged whether the memberships are the split-off one's, or the survivor's
   * @return the memberships that have points which came for the other
   */
  List<Stranded> keepStrange(Collection<Membership> memberships, boolean ofMerged, Set<UUID> back) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(KEEP_STRANGE)
                .bind(
                    "memberships",
                    memberships.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .bind("ofMerged", ofMerged)
                .bind("back", back.toArray(UUID[]::new))
                .mapTo(Stranded.class)
                .list());
  }
}
