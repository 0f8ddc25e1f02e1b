package io.github.langgan.loyalty.model.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.rule.Facts;
import io.github.langgan.loyalty.model.sql.Columns;
import io.github.langgan.loyalty.model.transaction.Purchase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The permanent record of which purchases earned, and how much of it returns claimed back. */
@Singleton
public class Earnings {

  private static final String COLUMNS =
      "transaction_id, membership_id, partner, external_id, entry_id, lot_id, rule_version,"
          + " facts, points, claimed";

  private final Jdbi jdbi;

  Earnings(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  record Row(
      UUID transactionId,
      UUID membershipId,
      String partner,
      String externalId,
      UUID entryId,
      @Nullable UUID lotId,
      int ruleVersion,
      @Nullable String facts,
      long points,
      long claimed) {

    Earning earning() {
      return new Earning(
          new TransactionId(transactionId),
          new MembershipId(membershipId),
          partner,
          externalId,
          entryId,
          lotId,
          ruleVersion,
          facts == null ? null : EventJson.read(facts.getBytes(UTF_8), Facts.class),
          points,
          claimed);
    }
  }

  record Key(MembershipId membership, Purchase purchase) {}

  /** Whoever holds a purchase's row knows that its earnings stay as they are. */
  List<Earning> of(Collection<TransactionId> purchases) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT %s FROM earning WHERE transaction_id = ANY(:ids)".formatted(COLUMNS))
                .bind("ids", purchases.stream().map(TransactionId::value).toArray(UUID[]::new))
                .mapTo(Row.class)
                .map(Row::earning)
                .list());
  }

  /** Which of these purchases earned under another id: their partner's number is taken. */
  List<Earning> underPartnersNumber(List<Key> keys) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT %s FROM earning
                     WHERE (membership_id, partner, external_id) IN
                           (SELECT * FROM unnest(:memberships::uuid[], :partners::text[],
                                                 :externalIds::text[]))
                    """
                        .formatted(COLUMNS))
                .bindMap(
                    new Columns<>(keys)
                        .uuids("memberships", key -> key.membership().value())
                        .texts("partners", key -> key.purchase().partner())
                        .texts("externalIds", key -> key.purchase().externalId())
                        .arrays())
                .mapTo(Row.class)
                .map(Row::earning)
                .list());
  }

  void add(List<Earning> earnings) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO earning (%s)
                    SELECT * FROM unnest(:purchases::uuid[], :memberships::uuid[], :partners::text[],
                                         :externalIds::text[], :entries::uuid[], :lots::uuid[],
                                         :ruleVersions::int[], :facts::jsonb[], :points::bigint[],
                                         :claims::bigint[])
                    """
                        .formatted(COLUMNS))
                .bindMap(
                    new Columns<>(earnings)
                        .uuids("purchases", one -> one.purchase().value())
                        .uuids("memberships", one -> one.membership().value())
                        .texts("partners", Earning::partner)
                        .texts("externalIds", Earning::externalId)
                        .uuids("entries", Earning::entryId)
                        .uuids("lots", Earning::lotId)
                        .ints("ruleVersions", Earning::ruleVersion)
                        .texts("facts", Earnings::facts)
                        .longs("points", Earning::points)
                        .longs("claims", Earning::claimed)
                        .arrays())
                .execute());
  }

  /** Those of these memberships that earned points with a purchase before. */
  Set<MembershipId> amongEarners(Collection<MembershipId> memberships) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id FROM unnest(:ids::uuid[]) AS m(id)
                     WHERE EXISTS (SELECT FROM earning WHERE membership_id = m.id AND points > 0)
                    """)
                .bind("ids", memberships.stream().map(MembershipId::value).toArray(UUID[]::new))
                .mapTo(UUID.class)
                .map(MembershipId::new)
                .collect(Collectors.toSet()));
  }

  /** The first one of each of these memberships that earned points. */
  List<Earning> firstOf(Collection<MembershipId> memberships) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT DISTINCT ON (membership_id) %s FROM earning
                     WHERE membership_id = ANY(:ids) AND points > 0
                     ORDER BY membership_id, entry_id
                    """
                        .formatted(COLUMNS))
                .bind("ids", memberships.stream().map(MembershipId::value).toArray(UUID[]::new))
                .mapTo(Row.class)
                .map(Row::earning)
                .list());
  }

  private static @Nullable String facts(Earning earning) {
    return earning.facts() == null ? null : new String(EventJson.write(earning.facts()), UTF_8);
  }

  void updateClaims(List<Earning> earnings) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE earning e SET claimed = c.claimed
                      FROM unnest(:purchases::uuid[], :memberships::uuid[], :claims::bigint[])
                             AS c(transaction_id, membership_id, claimed)
                     WHERE e.transaction_id = c.transaction_id
                       AND e.membership_id = c.membership_id
                    """)
                .bindMap(
                    new Columns<>(earnings)
                        .uuids("purchases", one -> one.purchase().value())
                        .uuids("memberships", one -> one.membership().value())
                        .longs("claims", Earning::claimed)
                        .arrays())
                .execute());
  }
}
