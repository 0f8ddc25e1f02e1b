package io.github.langgan.loyalty.model.tier;

import io.github.langgan.loyalty.model.MembershipId;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Reads what counts for the tiers of members: purchases net of returns, and their balances. */
@Singleton
class WhatCounts {

  private static final String POINTS =
      """
      SELECT e.membership_id, t.id, t.occurred_at AS at, 'PURCHASE' AS kind,
             e.points - e.claimed AS points, 0 AS spend
        FROM earning e JOIN transaction t ON t.id = e.transaction_id
       WHERE e.membership_id = ANY(:ids)
      """;

  /** As {@code Purchase.less} has it: what came back of a line takes its share of the money. */
  private static final String SPENDING =
      """
      SELECT e.membership_id, t.id, t.occurred_at AS at, 'PURCHASE' AS kind,
             e.points - e.claimed AS points,
             CASE WHEN t.currency <> p.currency
                    OR p.earns_from = 'ENROLMENT' AND t.occurred_at < m.opened_at
                    OR back.quantity IS NOT NULL
                   AND back.quantity = (SELECT sum((line->>'quantity')::bigint)
                                          FROM jsonb_array_elements(t.lines->'bought') AS line)
                  THEN 0
                  ELSE t.total - coalesce(back.amount, 0) END AS spend
        FROM membership m
        JOIN program p ON p.id = m.program_id
        JOIN earning e ON e.membership_id = m.id
        JOIN transaction t ON t.id = e.transaction_id
        LEFT JOIN LATERAL (
          SELECT sum((l.line->>'amount')::numeric
                     * least(r.quantity, (l.line->>'quantity')::bigint)
                     / (l.line->>'quantity')::bigint) AS amount,
                 sum(least(r.quantity, (l.line->>'quantity')::bigint)) AS quantity
            FROM (SELECT purchase_line, sum(quantity) AS quantity FROM returned_line
                   WHERE purchase_id = e.transaction_id GROUP BY purchase_line) r
            JOIN LATERAL jsonb_array_elements(t.lines->'bought') AS l(line)
              ON (l.line->>'number')::int = r.purchase_line) back ON true
       WHERE m.id = ANY(:ids)
      """;

  private static final String COMPENSATIONS =
      """
      UNION ALL
      SELECT membership_id, id, at, 'COMPENSATION', points, 0 FROM compensation
       WHERE membership_id = ANY(:ids)
      """;

  /** What a return took counts as if it had never been given: it stands at its purchase's time. */
  private static final String POSTINGS =
      """
      UNION ALL
      SELECT e.membership_id, e.id,
             coalesce(CASE WHEN e.kind = 'RETURNED' THEN
               (SELECT max(earned.at) FROM returned_line r
                  JOIN earning g ON g.transaction_id = r.purchase_id
                                AND g.membership_id = e.membership_id
                  JOIN entry earned ON earned.id = g.entry_id
                 WHERE r.return_id = e.transaction_id) END, e.at),
             'POSTING', changed.points, 0
        FROM entry e
        JOIN LATERAL (SELECT sum(points)::bigint AS points FROM posting
                       WHERE entry_id = e.id AND lot_id IS NOT NULL) changed ON changed.points <> 0
       WHERE e.membership_id = ANY(:ids)
      """;

  private final Jdbi jdbi;

  WhatCounts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  record Row(
      UUID membershipId, UUID id, Instant at, Counted.Kind kind, long points, BigDecimal spend) {}

  /**
   * By an id of each thing's own.
   *
   * @param asked what the schemes count; of the rest nothing is read
   */
  Map<MembershipId, Map<UUID, Counted>> of(Collection<MembershipId> memberships, Set<Basis> asked) {
    String statement =
        (asked.contains(Basis.SPEND) ? SPENDING : POINTS)
            + COMPENSATIONS
            + (asked.contains(Basis.BALANCE) ? POSTINGS : "");
    Map<MembershipId, Map<UUID, Counted>> counted = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(statement)
                .bind("ids", memberships.stream().map(MembershipId::value).toArray(UUID[]::new))
                .mapTo(Row.class)
                .forEach(
                    row ->
                        counted
                            .computeIfAbsent(
                                new MembershipId(row.membershipId()), id -> new HashMap<>())
                            .put(
                                row.id(),
                                new Counted(row.at(), row.kind(), row.points(), row.spend()))));
    return counted;
  }
}
