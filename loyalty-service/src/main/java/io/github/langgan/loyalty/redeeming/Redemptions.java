package io.github.langgan.loyalty.redeeming;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.RedemptionId;
import io.github.langgan.loyalty.model.ledger.Share;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** All redemptions; one changes only under the lock of its member's account. */
@Singleton
class Redemptions {

  private final Jdbi jdbi;

  Redemptions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  record Row(
      UUID id,
      UUID membershipId,
      UUID customerId,
      UUID entryId,
      long points,
      long reversed,
      Instant redeemedAt,
      long version) {

    Redemption redemption() {
      return new Redemption(
          new RedemptionId(id),
          new MembershipId(membershipId),
          new CustomerId(customerId),
          entryId,
          points,
          reversed,
          redeemedAt,
          version);
    }
  }

  Optional<Redemption> find(RedemptionId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, membership_id, customer_id, entry_id, points, reversed, redeemed_at,
                           version
                      FROM redemption WHERE id = :id
                    """)
                .bind("id", id.value())
                .mapTo(Row.class)
                .findOne()
                .map(Row::redemption));
  }

  void add(Redemption redemption) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO redemption (id, membership_id, customer_id, entry_id, points,
                                            redeemed_at)
                    VALUES (:id, :membership, :customer, :entry, :points, :at)
                    """)
                .bind("id", redemption.id().value())
                .bind("membership", redemption.membership().value())
                .bind("customer", redemption.customer().value())
                .bind("entry", redemption.entryId())
                .bind("points", redemption.points())
                .bind("at", redemption.redeemedAt().atOffset(ZoneOffset.UTC))
                .execute());
  }

  void update(Redemption redemption) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE redemption SET reversed = :reversed, version = :version WHERE id = :id")
                .bind("id", redemption.id().value())
                .bind("reversed", redemption.reversed())
                .bind("version", redemption.version())
                .execute());
  }

  /** What it holds of which lots, the latest to expire first: those are given back first. */
  List<Share> shares(RedemptionId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT l.id AS lot_id, -sum(p.points) AS points
                      FROM entry e
                      JOIN posting p ON p.entry_id = e.id AND p.lot_id IS NOT NULL
                      JOIN lot l ON l.id = p.lot_id
                     WHERE e.redemption_id = :id
                     GROUP BY l.id HAVING sum(p.points) < 0
                     ORDER BY l.expires_at DESC, l.id DESC
                    """)
                .bind("id", id.value())
                .mapTo(Share.class)
                .list());
  }
}
