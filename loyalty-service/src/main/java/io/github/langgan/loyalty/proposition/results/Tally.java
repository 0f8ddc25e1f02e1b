package io.github.langgan.loyalty.proposition.results;

import io.github.langgan.loyalty.model.offer.Proposition;
import io.github.langgan.loyalty.model.offer.Withheld;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Counts offers, and what members bought after them. */
@Singleton
class Tally {

  private static final String OFFERS =
      """
      SELECT count(*) AS extended,
             count(*) FILTER (WHERE state IN ('EXTENDED', 'SEEN') AND expires_at > :now) AS open,
             count(*) FILTER (WHERE seen_at IS NOT NULL) AS seen,
             count(*) FILTER (WHERE state = 'ACCEPTED') AS accepted,
             count(*) FILTER (WHERE state = 'DECLINED') AS declined,
             count(*) FILTER (WHERE state = 'EXPIRED'
                                 OR state IN ('EXTENDED', 'SEEN') AND expires_at <= :now) AS expired,
             count(*) FILTER (WHERE state = 'WITHDRAWN') AS withdrawn
        FROM offer WHERE proposition_id = :id
      """;

  /**
   * Customers of whom one record was offered it and another one is of the control group don't
   * count.
   */
  private static final String GROUPS =
      """
      WITH drawn AS (
        SELECT membership_id, 'OFFERED' AS side, extended_at AS at FROM offer
         WHERE proposition_id = :id
        UNION ALL
        SELECT membership_id, 'CONTROL', at FROM offer_withheld
         WHERE proposition_id = :id AND reason = 'CONTROL_GROUP'
      ), customers AS (
        SELECT m.customer_id, min(d.side) AS side, min(d.at) AS at
          FROM drawn d JOIN membership m ON m.id = d.membership_id
         GROUP BY m.customer_id HAVING count(DISTINCT d.side) = 1
      ), amounts AS (
        SELECT c.side, c.at + :days * interval '24 hours' <= :now AS over, bought.amount
          FROM customers c
          LEFT JOIN LATERAL (
            SELECT coalesce(sum(k.kept), 0) AS amount FROM kept_purchase k
             WHERE k.customer_id = c.customer_id AND k.currency = :currency
               AND k.occurred_at >= c.at AND k.occurred_at < c.at + :days * interval '24 hours'
          ) bought ON c.at + :days * interval '24 hours' <= :now
      )
      SELECT side, count(*) FILTER (WHERE over) AS members,
             count(*) FILTER (WHERE NOT over) AS awaited,
             count(*) FILTER (WHERE over AND amount > 0) AS buyers,
             coalesce(sum(amount), 0) AS revenue,
             coalesce(sum(amount * amount), 0) AS squares
        FROM amounts GROUP BY side
      """;

  private final Jdbi jdbi;

  Tally(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  record Offers(
      long extended,
      long open,
      long seen,
      long accepted,
      long declined,
      long expired,
      long withdrawn) {}

  /**
   * @param members whose window is over
   * @param awaited whose window is not over yet
   * @param buyers of the members: those who kept something that they bought in it
   */
  record Group(
      String side,
      long members,
      long awaited,
      long buyers,
      BigDecimal revenue,
      BigDecimal squares) {

    static Group empty(String side) {
      return new Group(side, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    Difference.Sums sums() {
      return new Difference.Sums(members, revenue.doubleValue(), squares.doubleValue());
    }
  }

  Offers offers(Proposition proposition, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(OFFERS)
                .bind("id", proposition.id().value())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapTo(Offers.class)
                .one());
  }

  /** Members by why they got none; those of whom nobody was: missing. */
  Map<Withheld, Long> withheld(Proposition proposition) {
    Map<Withheld, Long> counts = new EnumMap<>(Withheld.class);
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT reason, count(*) AS members FROM offer_withheld
                     WHERE proposition_id = :id GROUP BY reason
                    """)
                .bind("id", proposition.id().value())
                .map(
                    (row, context) ->
                        counts.put(
                            Withheld.valueOf(row.getString("reason")), row.getLong("members")))
                .list());
    return counts;
  }

  /** By OFFERED and CONTROL; both are there. */
  Map<String, Group> groups(Proposition proposition, int days, Instant now) {
    Map<String, Group> groups = new HashMap<>();
    groups.put("OFFERED", Group.empty("OFFERED"));
    groups.put("CONTROL", Group.empty("CONTROL"));
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(GROUPS)
                .bind("id", proposition.id().value())
                .bind("days", days)
                .bind("currency", proposition.currency())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapTo(Group.class)
                .forEach(one -> groups.put(one.side(), one)));
    return groups;
  }
}
