package io.github.langgan.loyalty.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The ledger's invariants as questions to the database, each of which must find nothing. Numbers
 * are those of the suite's list of invariants.
 */
@Singleton
public class InvariantChecks {

  private static final Map<String, String> VIOLATIONS = new LinkedHashMap<>();

  static {
    VIOLATIONS.put(
        "a budget has paid for what is held or used, less what was returned",
        """
        SELECT b.campaign_id FROM voucher_budget b
          LEFT JOIN voucher_redemption r
            ON r.campaign_id = b.campaign_id AND r.state IN ('HELD', 'REDEEMED')
         GROUP BY b.campaign_id
        HAVING b.redemptions <> count(r.id) OR b.discount <> coalesce(sum(r.kept), 0)
        """);
    VIOLATIONS.put(
        "a voucher is used as often as orders hold or use it",
        """
        SELECT v.id FROM voucher v
          LEFT JOIN voucher_redemption r
            ON r.voucher_id = v.id AND r.state IN ('HELD', 'REDEEMED')
         WHERE v.most_uses IS NOT NULL AND (v.uses > 0 OR r.id IS NOT NULL)
         GROUP BY v.id HAVING v.uses <> count(r.id)
        """);
    VIOLATIONS.put(
        "each change of a tier begins where the one before ended",
        """
        SELECT membership_id FROM (
          SELECT membership_id, from_level,
                 lag(to_level) OVER (PARTITION BY membership_id ORDER BY id) AS before
            FROM tier_change) changes
         WHERE from_level IS DISTINCT FROM before
        """);
    VIOLATIONS.put(
        "the tier that was told of is where the last change ended",
        """
        SELECT t.membership_id FROM member_tier t
         WHERE t.level IS DISTINCT FROM
               (SELECT to_level FROM tier_change c WHERE c.membership_id = t.membership_id
                 ORDER BY id DESC LIMIT 1)
        """);
    VIOLATIONS.put(
        "2: the postings of every entry sum to zero",
        "SELECT entry_id FROM posting GROUP BY entry_id HAVING sum(points) <> 0");
    VIOLATIONS.put(
        "2: every posting has its entry",
        "SELECT entry_id FROM posting p WHERE NOT EXISTS (SELECT FROM entry WHERE id = p.entry_id)");
    VIOLATIONS.put(
        "3: balance = sum of postings",
        """
        SELECT a.id FROM account a LEFT JOIN posting p ON p.account_id = a.id
         WHERE a.kind = 'MEMBER'
         GROUP BY a.id HAVING a.balance <> coalesce(sum(p.points), 0)
        """);
    VIOLATIONS.put(
        "3: balance = sum of what the lots have left; spent and expired likewise",
        """
        SELECT a.id FROM account a LEFT JOIN lot l ON l.account_id = a.id WHERE a.kind = 'MEMBER'
         GROUP BY a.id HAVING a.balance <> coalesce(sum(l.remaining), 0)
                           OR a.reserved <> coalesce(sum(l.reserved), 0)
                           OR a.spent <> coalesce(sum(l.redeemed), 0)
                           OR a.expired <> coalesce(sum(l.expired), 0)
        """);
    VIOLATIONS.put(
        "3: the balance was never negative, after any entry",
        """
        SELECT account_id FROM (
          SELECT account_id, sum(points) OVER (PARTITION BY account_id ORDER BY entry_id) AS balance
            FROM posting WHERE lot_id IS NOT NULL) running WHERE balance < 0
        """);
    VIOLATIONS.put(
        "3: a debt is what the entries say of it",
        """
        SELECT m.id FROM membership m JOIN account a ON a.id = m.account_id
         WHERE a.debt <> (SELECT coalesce(sum(debt), 0) FROM entry WHERE membership_id = m.id)
        """);
    VIOLATIONS.put(
        "4: a lot is what its postings say",
        """
        SELECT l.id FROM lot l LEFT JOIN posting p ON p.lot_id = l.id
         GROUP BY l.id
        HAVING l.remaining <> sum(p.points)
            OR l.original <> sum(p.points) FILTER (WHERE p.entry_id = l.entry_id)
            OR l.reserved <> coalesce(-sum(p.points) FILTER
                 (WHERE p.kind IN ('RESERVED', 'RESERVATION_RELEASED')), 0)
            OR l.redeemed <> coalesce(-sum(p.points) FILTER
                 (WHERE p.kind IN ('REDEEMED', 'REDEMPTION_REVERSED')), 0)
            OR l.expired <> coalesce(-sum(p.points) FILTER (WHERE p.kind = 'EXPIRED'), 0)
            OR l.reversed <> coalesce(-sum(p.points) FILTER (WHERE p.kind IN ('RETURNED', 'DEBT_PAID')), 0)
            OR l.moved <> coalesce(-sum(p.points) FILTER
                 (WHERE p.kind IN ('UNITED', 'DIVIDED', 'TRANSFERRED') AND p.entry_id <> l.entry_id), 0)
        """);
    VIOLATIONS.put(
        "4: original = left + reserved + redeemed + expired + reversed + moved",
        """
        SELECT id FROM lot
         WHERE original <> remaining + reserved + redeemed + expired + reversed + moved
        """);
    VIOLATIONS.put(
        "4: nothing is redeemed after expiry, unless it was reserved before",
        """
        SELECT l.id FROM posting p JOIN entry e ON e.id = p.entry_id JOIN lot l ON l.id = p.lot_id
         WHERE (p.kind = 'RESERVED'
                OR p.kind = 'REDEEMED'
                   AND NOT EXISTS (SELECT FROM entry r
                                    WHERE r.redemption_id = e.redemption_id AND r.kind = 'RESERVED'))
           AND e.at >= l.expires_at
        """);
    VIOLATIONS.put(
        "points lapse so long after the account's last activity, or after they came",
        """
        SELECT l.id FROM lot l JOIN account a ON a.id = l.account_id
          JOIN program p ON p.id = a.program_id
         WHERE l.lapses_after IS NOT NULL AND l.remaining > 0
           AND (a.active_on IS NULL
                OR local_day(l.expires_at, p.zone) > a.active_on
                   AND l.expires_at < lapse_time(a.active_on, l.lapses_after, p.zone)
                OR l.from_lot IS NULL
                   AND l.expires_at > lapse_time(greatest(a.active_on, local_day(l.earned_at, p.zone)),
                                                 l.lapses_after, p.zone))
        """);
    VIOLATIONS.put(
        "an account that may lapse knows its last activity",
        """
        SELECT e.id FROM account a JOIN membership m ON m.account_id = a.id
          JOIN program p ON p.id = a.program_id JOIN entry e ON e.membership_id = m.id
         WHERE a.active_on > '-infinity' AND local_day(e.at, p.zone) > a.active_on
           AND e.kind IN ('EARNED', 'COMPENSATED', 'GRANTED', 'RESERVED', 'REDEEMED')
        """);
    VIOLATIONS.put(
        "the account of reservations has what open reservations hold, and no other",
        """
        SELECT a.id FROM account a
         WHERE a.kind = 'RESERVATION'
           AND (SELECT coalesce(sum(p.points), 0) FROM posting p WHERE p.account_id = a.id)
            <> (SELECT coalesce(sum(r.points), 0) FROM redemption r
                  JOIN membership m ON m.id = r.membership_id
                 WHERE m.program_id = a.program_id AND r.state = 'RESERVED')
        """);
    VIOLATIONS.put(
        "as many pieces of a reward are taken as redemptions have",
        """
        SELECT w.id FROM reward w
         WHERE w.taken <> (SELECT coalesce(sum(r.pieces), 0) FROM redemption r
                            WHERE r.reward_id = w.id
                              AND (r.state = 'RESERVED'
                                   OR r.state = 'REDEEMED' AND r.reversed < r.points))
        """);
    VIOLATIONS.put(
        "5: a purchase earns once, and exactly what its entry says",
        """
        SELECT e.transaction_id FROM earning e
          LEFT JOIN posting p ON p.entry_id = e.entry_id AND p.lot_id IS NOT NULL
         GROUP BY e.transaction_id, e.membership_id, e.points
        HAVING e.points <> coalesce(sum(p.points), 0)
        UNION ALL
        SELECT transaction_id FROM entry WHERE kind = 'EARNED'
         GROUP BY transaction_id, membership_id HAVING count(*) > 1
        """);
    VIOLATIONS.put(
        "5: what returns claimed was taken or is told as a shortfall",
        """
        SELECT p.id FROM program p
         WHERE (SELECT coalesce(sum(claimed), 0) FROM earning e
                  JOIN membership m ON m.id = e.membership_id WHERE m.program_id = p.id)
            <> (SELECT coalesce(sum(points + shortfall), 0) FROM take_back t
                  JOIN membership m ON m.id = t.membership_id WHERE m.program_id = p.id)
        UNION ALL
        SELECT m.id FROM membership m
         WHERE (SELECT coalesce(sum(points), 0) FROM take_back WHERE membership_id = m.id)
            <> (SELECT coalesce(-sum(p.points), 0) FROM entry e JOIN posting p ON p.entry_id = e.id
                 WHERE e.membership_id = m.id AND e.kind = 'RETURNED' AND p.lot_id IS NOT NULL)
        """);
    VIOLATIONS.put(
        "5: partners pay their share of what purchases stand for",
        """
        SELECT a.id FROM account a
          LEFT JOIN posting p ON p.account_id = a.id
         WHERE a.kind = 'PARTNER_FUNDING' GROUP BY a.id
        HAVING -coalesce(sum(p.points), 0) <>
               (SELECT coalesce(sum(round((e.points - e.claimed) * (s.share->>'share')::numeric)), 0)
                  FROM earning e JOIN membership m ON m.id = e.membership_id
                  JOIN terms t ON t.program_id = m.program_id AND t.version = e.rule_version
                  CROSS JOIN jsonb_array_elements(t.promised->'partnerShares') AS s(share)
                 WHERE m.program_id = a.program_id AND e.partner = a.partner
                   AND s.share->>'partner' = a.partner)
        """);
    VIOLATIONS.put(
        "11: points that go to another membership arrive there: a transfer leaves nothing behind",
        """
        SELECT a.id FROM account a JOIN posting p ON p.account_id = a.id
         WHERE a.kind = 'TRANSFER' GROUP BY a.id HAVING sum(p.points) <> 0
        """);
    VIOLATIONS.put(
        "11: a merged record has no row of its own",
        """
        SELECT t.id FROM transaction t JOIN alias a ON a.id = t.customer_id
        UNION ALL
        SELECT m.id FROM membership m JOIN alias a ON a.id = m.customer_id
        """);
    VIOLATIONS.put(
        "11: a row belongs to the customer whom its record means",
        """
        SELECT t.id FROM transaction t LEFT JOIN alias a ON a.id = t.came_for
         WHERE t.customer_id <> coalesce(a.means, t.came_for)
        UNION ALL
        SELECT m.id FROM membership m LEFT JOIN alias a ON a.id = m.came_for
         WHERE m.customer_id <> coalesce(a.means, m.came_for)
        """);
    VIOLATIONS.put(
        "11: a united membership holds nothing and its customer's one holds all",
        """
        SELECT m.id FROM membership m JOIN account a ON a.id = m.account_id
         WHERE m.united_into IS NOT NULL AND a.balance <> 0
        UNION ALL
        SELECT m.id FROM membership m JOIN membership h ON h.id = m.united_into
         WHERE (h.customer_id, h.program_id) <> (m.customer_id, m.program_id)
        """);
    VIOLATIONS.put(
        "a card's number is of its range, and that of its membership's program",
        """
        SELECT c.id FROM card c JOIN card_range r ON r.id = c.range_id
          JOIN membership m ON m.id = c.membership_id
         WHERE NOT starts_with(c.number, r.prefix) OR r.program_id <> m.program_id
        """);
    VIOLATIONS.put(
        "a card is what happened to it last, and its pieces count without a gap",
        """
        SELECT c.id FROM card c JOIN card_act a ON a.card_id = c.id
         GROUP BY c.id
        HAVING max(a.number) <> c.version OR count(*) <> c.version OR max(a.issue) <> c.issue
            OR count(*) FILTER (WHERE a.act IN ('ISSUED', 'REPLACED')) <> c.issue
        """);
    VIOLATIONS.put(
        "what others of a pool pay is what their entries say",
        """
        SELECT d.entry_id FROM pool_draw d
          JOIN redemption r ON r.id = d.redemption_id
          JOIN entry begun ON begun.id = d.entry_id
         WHERE CASE WHEN r.state IN ('RESERVED', 'REDEEMED') THEN d.points - d.reversed ELSE 0 END
            <> (SELECT -coalesce(sum(p.points), 0) FROM entry e JOIN posting p ON p.entry_id = e.id
                 WHERE e.redemption_id = r.id AND e.membership_id = begun.membership_id
                   AND p.lot_id IS NOT NULL)
        UNION ALL
        SELECT r.id FROM redemption r
         WHERE r.pooled <> EXISTS (SELECT FROM pool_draw WHERE redemption_id = r.id)
        """);
    VIOLATIONS.put(
        "redemptions are what their entries say",
        """
        SELECT r.id FROM redemption r
         WHERE CASE WHEN r.state IN ('RESERVED', 'REDEEMED') THEN r.points - r.reversed ELSE 0 END
            <> (SELECT -sum(p.points) FROM entry e JOIN posting p ON p.entry_id = e.id
                 WHERE e.redemption_id = r.id AND p.lot_id IS NOT NULL)
        """);
  }

  private static final String BROKEN_CHAINS =
      """
      SELECT id FROM (
        SELECT e.id, e.number, e.hash, row_number() OVER chain AS place,
               entry_hash(lag(e.hash) OVER chain, entry_statement(e)) AS computed
          FROM entry e WINDOW chain AS (PARTITION BY e.membership_id ORDER BY e.number)) links
       WHERE number <> place OR hash <> computed
      UNION ALL
      SELECT a.id FROM account a
        LEFT JOIN membership m ON m.account_id = a.id
        LEFT JOIN entry e ON e.membership_id = m.id AND e.number = a.entries
       WHERE a.head IS DISTINCT FROM e.hash
          OR a.entries <> (SELECT count(*) FROM entry WHERE membership_id = m.id)
      """;

  private final Jdbi jdbi;

  InvariantChecks(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** By the database's own reading of what is stored: it takes longer than the others. */
  public void chainsHold() {
    List<String> broken = jdbi.withHandle(InvariantChecks::brokenChains);
    assertThat(broken).as("each account's entries are a chain, computed anew").isEmpty();
  }

  public static List<String> brokenChains(Handle handle) {
    return handle.createQuery(BROKEN_CHAINS).mapTo(String.class).list();
  }

  public void hold() {
    VIOLATIONS.forEach(this::requireNone);
  }

  private void requireNone(String invariant, String violatorsOf) {
    List<String> violators =
        jdbi.withHandle(handle -> handle.createQuery(violatorsOf).mapTo(String.class).list());
    assertThat(violators).as(invariant).isEmpty();
  }
}
