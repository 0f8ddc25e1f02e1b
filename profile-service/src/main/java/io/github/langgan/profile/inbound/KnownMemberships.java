package io.github.langgan.profile.inbound;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.jdbi.v3.core.Jdbi;

/** Our view of memberships, their balances and tiers. */
@Singleton
class KnownMemberships {

  private static final String OPEN =
      """
      INSERT INTO known_membership (membership_id, customer_id, came_for, program_id,
             program_name, card_number, opened_at, active, pending)
      SELECT membership_id, customer_id, came_for, program_id, program_name, card_number,
             opened_at::timestamptz, 0, 0
        FROM unnest(:ids::uuid[], :customers::uuid[], :cameFor::uuid[], :programs::uuid[],
               :names::text[], :cards::text[], :opened::text[])
             AS m(membership_id, customer_id, came_for, program_id, program_name, card_number,
                  opened_at)
      ON CONFLICT DO NOTHING
      """;

  private static final String BALANCE =
      """
      UPDATE known_membership k SET active = b.active, pending = b.pending, debt = b.debt
        FROM unnest(:ids::uuid[], :active::bigint[], :pending::bigint[], :debt::bigint[])
               AS b(membership_id, active, pending, debt)
       WHERE k.membership_id = b.membership_id
      """;

  private static final String TIER =
      """
      UPDATE known_membership k SET tier = t.tier, tier_since = t.since::timestamptz
        FROM unnest(:ids::uuid[], :tiers::text[], :times::text[]) AS t(membership_id, tier, since)
       WHERE k.membership_id = t.membership_id
      """;

  private final Jdbi jdbi;

  KnownMemberships(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void open(Collection<LoyaltyEvent> opened, Owners owners) {
    Columns<LoyaltyEvent> columns = Columns.of(opened);
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(OPEN)
                .bind("ids", columns.uuids(LoyaltyEvent::membershipId))
                .bind("customers", columns.uuids(m -> owners.of(m.customerId()).customerId()))
                .bind("cameFor", columns.uuids(m -> owners.of(m.customerId()).cameForOther()))
                .bind("programs", columns.uuids(LoyaltyEvent::programId))
                .bind("names", columns.texts(LoyaltyEvent::programName))
                .bind("cards", columns.texts(LoyaltyEvent::cardNumber))
                .bind("opened", columns.texts(LoyaltyEvent::openedAt))
                .execute());
  }

  /** At most one for each membership: its latest. */
  void balance(Collection<LoyaltyEvent> latest) {
    Columns<LoyaltyEvent> columns = Columns.of(latest);
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(BALANCE)
                .bind("ids", columns.uuids(LoyaltyEvent::membershipId))
                .bind("active", columns.longs(event -> requireNonNull(event.balance()).active()))
                .bind("pending", columns.longs(event -> requireNonNull(event.balance()).pending()))
                .bind("debt", columns.longs(event -> requireNonNull(event.balance()).owed()))
                .execute());
  }

  /** At most one for each membership: its latest. */
  void tier(Collection<LoyaltyEvent> latest) {
    if (latest.isEmpty()) {
      return;
    }
    Columns<LoyaltyEvent> columns = Columns.of(latest);
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(TIER)
                .bind("ids", columns.uuids(LoyaltyEvent::membershipId))
                .bind("tiers", columns.texts(LoyaltyEvent::to))
                .bind("times", columns.texts(LoyaltyEvent::at))
                .execute());
  }
}
