package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.sql.Columns;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The permanent record of what rules with a cap gave. */
@Singleton
class CapUses {

  private final Jdbi jdbi;

  CapUses(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  record Row(
      UUID transactionId,
      UUID membershipId,
      String rule,
      LocalDate periodStart,
      BigDecimal allowance,
      BigDecimal points) {

    CappedPoints capped() {
      return new CappedPoints(
          new TransactionId(transactionId),
          new MembershipId(membershipId),
          rule,
          periodStart,
          allowance,
          points);
    }
  }

  record Sum(UUID membershipId, String rule, LocalDate periodStart, BigDecimal points) {}

  List<CappedPoints> of(Collection<TransactionId> purchases) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM capped_points WHERE transaction_id = ANY(:ids)")
                .bind("ids", purchases.stream().map(TransactionId::value).toArray(UUID[]::new))
                .mapTo(Row.class)
                .map(Row::capped)
                .list());
  }

  /** By membership, rule and period: what was given so far, where anything was. */
  Map<CapBook.Use, BigDecimal> sums(List<CapBook.Use> uses) {
    return jdbi
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT membership_id, rule, period_start, sum(points) AS points
                          FROM capped_points
                         WHERE (membership_id, rule, period_start) IN
                               (SELECT * FROM unnest(:memberships::uuid[], :rules::text[],
                                                     :starts::date[]))
                         GROUP BY membership_id, rule, period_start
                        """)
                    .bindMap(
                        new Columns<>(uses)
                            .uuids("memberships", use -> use.holder().value())
                            .texts("rules", CapBook.Use::rule)
                            .texts("starts", use -> use.periodStart().toString())
                            .arrays())
                    .mapTo(Sum.class)
                    .list())
        .stream()
        .collect(
            Collectors.toMap(
                (Function<Sum, CapBook.Use>)
                    sum ->
                        new CapBook.Use(
                            new MembershipId(sum.membershipId()), sum.rule(), sum.periodStart()),
                Sum::points));
  }

  /** Replaces what is known of the same purchase, membership and rule. */
  void put(List<CappedPoints> all) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO capped_points (transaction_id, membership_id, rule, period_start,
                                               allowance, points)
                    SELECT * FROM unnest(:purchases::uuid[], :memberships::uuid[], :rules::text[],
                                         :starts::date[], :allowances::numeric[], :points::numeric[])
                    ON CONFLICT (transaction_id, membership_id, rule) DO UPDATE
                       SET points = excluded.points
                    """)
                .bindMap(
                    new Columns<>(all)
                        .uuids("purchases", one -> one.purchase().value())
                        .uuids("memberships", one -> one.membership().value())
                        .texts("rules", CappedPoints::rule)
                        .texts("starts", one -> one.periodStart().toString())
                        .decimals("allowances", CappedPoints::allowance)
                        .decimals("points", CappedPoints::points)
                        .arrays())
                .execute());
  }
}
