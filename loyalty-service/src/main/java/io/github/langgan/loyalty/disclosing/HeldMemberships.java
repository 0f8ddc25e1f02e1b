package io.github.langgan.loyalty.disclosing;

import io.github.langgan.chassis.disclosure.HeldData;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** What we hold of a customer, vouchers too. */
@Singleton
class HeldMemberships implements HeldData {

  private static final Map<String, String> GIVEN = new LinkedHashMap<>();
  private static final Map<String, String> MADE = new LinkedHashMap<>();

  static {
    GIVEN.put(
        "memberships",
        """
        SELECT m.id AS "membershipId", m.program_id AS "programId", p.name AS "programName",
               m.opened_at AS "openedAt",
               (SELECT jsonb_agg(c.number ORDER BY c.id) FROM card c
                 WHERE c.membership_id = m.id) AS cards,
               (SELECT set_at FROM membership_pin WHERE membership_id = m.id) AS "pinSetAt"
          FROM membership m JOIN program p ON p.id = m.program_id
         WHERE m.customer_id = ANY(:owners)
           AND coalesce(m.came_for, m.customer_id) = ANY(:subjects)
         ORDER BY m.id
        """);
    MADE.put(
        "cards",
        """
        SELECT c.number, m.id AS "membershipId", r.kind, r.partner, c.issue, c.state,
               c.expires_at AS "expiresAt",
               (SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                         'act', a.act, 'issue', a.issue, 'at', a.at, 'reason', a.reason,
                         'note', a.note, 'fee', a.fee::text)) ORDER BY a.number)
                  FROM card_act a WHERE a.card_id = c.id) AS history
          FROM membership m JOIN card c ON c.membership_id = m.id
          JOIN card_range r ON r.id = c.range_id
         WHERE m.customer_id = ANY(:owners)
           AND coalesce(m.came_for, m.customer_id) = ANY(:subjects)
         ORDER BY c.id
        """);
    MADE.put(
        "tiers",
        """
        SELECT t.membership_id AS "membershipId", t.level, t.since, t.until
          FROM membership m JOIN member_tier t ON t.membership_id = m.id
         WHERE m.customer_id = ANY(:owners)
           AND coalesce(m.came_for, m.customer_id) = ANY(:subjects)
         ORDER BY t.membership_id
        """);
    MADE.put(
        "tierChanges",
        """
        SELECT c.membership_id AS "membershipId", c.from_level AS "from", c.to_level AS "to",
               c.reason, c.cause, c.until, c.at
          FROM membership m JOIN tier_change c ON c.membership_id = m.id
         WHERE m.customer_id = ANY(:owners)
           AND coalesce(m.came_for, m.customer_id) = ANY(:subjects)
         ORDER BY c.id
        """);
    MADE.put(
        "givenTiers",
        """
        SELECT f.membership_id AS "membershipId", f.kind, f.level, f.reason,
               f.starts_at AS "from", f.ends_at AS "until"
          FROM membership m JOIN tier_floor f ON f.membership_id = m.id
         WHERE m.customer_id = ANY(:owners)
           AND coalesce(m.came_for, m.customer_id) = ANY(:subjects)
         ORDER BY f.id
        """);
    MADE.put(
        "tierFreezes",
        """
        SELECT f.membership_id AS "membershipId", f.reason, f.starts_at AS "from",
               f.ends_at AS "until"
          FROM membership m JOIN tier_freeze f ON f.membership_id = m.id
         WHERE m.customer_id = ANY(:owners)
           AND coalesce(m.came_for, m.customer_id) = ANY(:subjects)
         ORDER BY f.id
        """);
    MADE.put(
        "entries",
        """
        SELECT e.membership_id AS "membershipId", e.kind, e.at, e.transaction_id AS "transactionId",
               e.redemption_id AS "redemptionId", nullif(e.debt, 0) AS debt,
               (SELECT sum(p.points) FROM posting p
                 WHERE p.entry_id = e.id AND p.lot_id IS NOT NULL) AS points
          FROM membership m JOIN entry e ON e.membership_id = m.id
         WHERE m.customer_id = ANY(:owners)
           AND coalesce(m.came_for, m.customer_id) = ANY(:subjects)
         ORDER BY e.id
        """);
    MADE.put(
        "redemptions",
        """
        SELECT r.id AS "redemptionId", r.membership_id AS "membershipId", r.state, r.points,
               r.reversed, r.begun_at AS "begunAt", r.redeemed_at AS "redeemedAt",
               w.name AS "rewardName", r.pieces, r.money::text AS money, r.currency
          FROM membership m JOIN redemption r ON r.membership_id = m.id
          LEFT JOIN reward w ON w.id = r.reward_id
         WHERE m.customer_id = ANY(:owners)
           AND coalesce(m.came_for, m.customer_id) = ANY(:subjects)
         ORDER BY r.id
        """);
    MADE.put(
        "offers",
        """
        SELECT o.id AS "offerId", o.membership_id AS "membershipId", p.terms->>'name' AS name,
               o.state, o.extended_at AS "extendedAt", o.seen_at AS "seenAt",
               o.ended_at AS "endedAt"
          FROM membership m JOIN offer o ON o.membership_id = m.id
          JOIN proposition p ON p.id = o.proposition_id
         WHERE m.customer_id = ANY(:owners)
           AND coalesce(m.came_for, m.customer_id) = ANY(:subjects)
         ORDER BY o.id
        """);
    MADE.put(
        "transfers",
        """
        SELECT t.id AS "transferId", m.id AS "membershipId",
               CASE WHEN t.from_membership = m.id THEN 'GIVEN' ELSE 'RECEIVED' END AS direction,
               t.points, t.at
          FROM membership m JOIN transfer t ON m.id IN (t.from_membership, t.to_membership)
         WHERE m.customer_id = ANY(:owners)
           AND coalesce(m.came_for, m.customer_id) = ANY(:subjects)
         ORDER BY t.id, m.id
        """);
    MADE.put(
        "pools",
        """
        SELECT p.pool_id AS "poolId", p.membership_id AS "membershipId",
               p.invited_at AS "invitedAt", p.joined_at AS "joinedAt", p.left_at AS "leftAt",
               p.limit_points AS "limitPoints", p.limit_period AS "limitPeriod"
          FROM membership m JOIN pool_member p ON p.membership_id = m.id
         WHERE m.customer_id = ANY(:owners)
           AND coalesce(m.came_for, m.customer_id) = ANY(:subjects)
         ORDER BY p.invited_at, p.id
        """);
    MADE.put(
        "vouchers",
        """
        SELECT v.id AS "voucherId", c.name AS "campaignName", v.code, v.issued_at AS "issuedAt",
               coalesce(v.valid_until, c.valid_until) AS "validUntil", v.uses
          FROM voucher v JOIN voucher_campaign c ON c.id = v.campaign_id
         WHERE v.customer_id = ANY(:owners)
           AND coalesce(v.came_for, v.customer_id) = ANY(:subjects)
         ORDER BY v.id
        """);
    MADE.put(
        "voucherOrders",
        """
        SELECT r.partner, r.external_id AS "externalId", r.state, r.reserved_at AS "reservedAt",
               r.currency, (SELECT sum(u.kept) FROM voucher_redemption u
                             WHERE u.reservation_id = r.id) AS discount
          FROM voucher_reservation r
         WHERE r.customer_id = ANY(:owners)
           AND coalesce(r.came_for, r.customer_id) = ANY(:subjects)
         ORDER BY r.id
        """);
  }

  @Override
  public Map<String, String> given() {
    return GIVEN;
  }

  @Override
  public Map<String, String> made() {
    return MADE;
  }
}
