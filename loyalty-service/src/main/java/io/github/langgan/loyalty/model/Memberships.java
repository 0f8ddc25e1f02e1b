package io.github.langgan.loyalty.model;

import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** All memberships with their accounts. */
@Singleton
public class Memberships {

  private static final String SELECT = "SELECT " + MembershipRow.COLUMNS + " FROM membership m ";

  /** Of a customer's memberships of one program only one is not united into another. */
  private static final String HOLDER =
      """
      JOIN membership named ON named.customer_id = m.customer_id
                           AND named.program_id = m.program_id
      WHERE named.id = :id AND m.united_into IS NULL
      """;

  private static final String GROUPS =
      """
      WHERE m.id IN (SELECT id FROM membership WHERE customer_id = ANY(:customers)
                      UNION
                     SELECT g.id FROM membership named
                       JOIN membership g ON g.customer_id = named.customer_id
                                        AND g.program_id = named.program_id
                      WHERE named.id = ANY(:ids))
      ORDER BY m.opened_at, m.id
      """;

  private final Jdbi jdbi;

  Memberships(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public Optional<Membership> find(MembershipId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "WHERE m.id = :id")
                .bind("id", id.value())
                .mapTo(MembershipRow.class)
                .findOne()
                .map(MembershipRow::membership));
  }

  /**
   * The one whose account holds the points of this one: itself, or the one that it is united to.
   */
  public Membership holding(MembershipId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + HOLDER)
                .bind("id", id.value())
                .mapTo(MembershipRow.class)
                .one()
                .membership());
  }

  /** The one on whose account an entry is. */
  public Membership ofEntry(UUID entry) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT + "WHERE m.id = (SELECT membership_id FROM entry WHERE id = :entry)")
                .bind("entry", entry)
                .mapTo(MembershipRow.class)
                .one()
                .membership());
  }

  /** The one that is not united into another. */
  public Optional<Membership> of(CustomerId customer, ProgramId program) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + "WHERE m.customer_id = :customer AND m.program_id = :program"
                        + " AND m.united_into IS NULL")
                .bind("customer", customer.value())
                .bind("program", program.value())
                .mapTo(MembershipRow.class)
                .findOne()
                .map(MembershipRow::membership));
  }

  /**
   * Of these customers, and those with these ids together with those that are united with them; the
   * oldest first.
   */
  public List<Membership> of(Collection<CustomerId> customers, Collection<MembershipId> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + GROUPS)
                .bind("customers", customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .bind("ids", ids.stream().map(MembershipId::value).toArray(UUID[]::new))
                .mapTo(MembershipRow.class)
                .map(MembershipRow::membership)
                .list());
  }

  /** Of a program, by their ids, without those that are united into others. */
  public List<Membership> holdersAfter(ProgramId program, @Nullable MembershipId after, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + """
                        WHERE m.program_id = :program AND m.united_into IS NULL AND m.id > :after
                        ORDER BY m.id LIMIT :limit
                        """)
                .bind("program", program.value())
                .bind("after", after == null ? new UUID(0, 0) : after.value())
                .bind("limit", limit)
                .mapTo(MembershipRow.class)
                .map(MembershipRow::membership)
                .list());
  }

  public List<Membership> withAccounts(Collection<UUID> accountIds) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "WHERE m.account_id = ANY(:ids)")
                .bind("ids", accountIds.toArray(UUID[]::new))
                .mapTo(MembershipRow.class)
                .map(MembershipRow::membership)
                .list());
  }

  /** With an empty account, and no card yet. */
  public void open(Membership membership) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                  WITH account AS (
                    INSERT INTO account (id, kind, program_id, customer_id, balance, spent, expired)
                    VALUES (:account, 'MEMBER', :program, :cameFor, 0, 0, 0)
                  )
                  INSERT INTO membership (id, customer_id, came_for, program_id, account_id,
                                          opened_at)
                  VALUES (:id, :customer, nullif(:cameFor, :customer), :program, :account, :at)
                  """)
                .bind("id", membership.id().value())
                .bind("account", membership.accountId())
                .bind("program", membership.program().value())
                .bind("customer", membership.customer().value())
                .bind("cameFor", membership.cameFor().value())
                .bind("at", membership.openedAt().atOffset(ZoneOffset.UTC))
                .execute());
  }
}
