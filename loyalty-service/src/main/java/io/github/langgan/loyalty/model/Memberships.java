package io.github.langgan.loyalty.model;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** All memberships with their accounts and cards. */
@Singleton
public class Memberships {

  private static final String SELECT =
      "SELECT id, customer_id, program_id, account_id, opened_at FROM membership ";

  private final Jdbi jdbi;
  private final SecureRandom random = new SecureRandom();

  Memberships(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  record Row(UUID id, UUID customerId, UUID programId, UUID accountId, Instant openedAt) {
    Membership membership() {
      return new Membership(
          new MembershipId(id),
          new CustomerId(customerId),
          new ProgramId(programId),
          accountId,
          openedAt);
    }
  }

  public Optional<Membership> find(MembershipId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "WHERE id = :id")
                .bind("id", id.value())
                .mapTo(Row.class)
                .findOne()
                .map(Row::membership));
  }

  public Optional<Membership> of(CustomerId customer, ProgramId program) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "WHERE customer_id = :customer AND program_id = :program")
                .bind("customer", customer.value())
                .bind("program", program.value())
                .mapTo(Row.class)
                .findOne()
                .map(Row::membership));
  }

  /** Of these customers, and those with these ids; the oldest first. */
  public List<Membership> of(Collection<CustomerId> customers, Collection<MembershipId> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + "WHERE customer_id = ANY(:customers) OR id = ANY(:ids)"
                        + " ORDER BY opened_at, id")
                .bind("customers", customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .bind("ids", ids.stream().map(MembershipId::value).toArray(UUID[]::new))
                .mapTo(Row.class)
                .map(Row::membership)
                .list());
  }

  public List<Membership> withAccounts(Collection<UUID> accountIds) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "WHERE account_id = ANY(:ids)")
                .bind("ids", accountIds.toArray(UUID[]::new))
                .mapTo(Row.class)
                .map(Row::membership)
                .list());
  }

  /** With an empty account. Answers the number of its new card. */
  public CardNumber open(Membership membership, String cardPrefix) {
    return jdbi.withHandle(
        handle -> {
          handle
              .createUpdate(
                  """
                  WITH account AS (
                    INSERT INTO account (id, kind, program_id, customer_id, balance, spent, expired)
                    VALUES (:account, 'MEMBER', :program, :customer, 0, 0, 0)
                  )
                  INSERT INTO membership (id, customer_id, program_id, account_id, opened_at)
                  VALUES (:id, :customer, :program, :account, :at)
                  """)
              .bind("id", membership.id().value())
              .bind("account", membership.accountId())
              .bind("program", membership.program().value())
              .bind("customer", membership.customer().value())
              .bind("at", membership.openedAt().atOffset(ZoneOffset.UTC))
              .execute();
          CardNumber card = CardNumber.draw(cardPrefix, random);
          while (!issue(handle, card, membership)) {
            card = CardNumber.draw(cardPrefix, random);
          }
          return card;
        });
  }

  /** False when the number is taken. */
  private static boolean issue(Handle handle, CardNumber card, Membership membership) {
    return handle
            .createUpdate(
                """
                INSERT INTO card (number, membership_id, issued_at) VALUES (:number, :id, :at)
                ON CONFLICT DO NOTHING
                """)
            .bind("number", card.digits())
            .bind("id", membership.id().value())
            .bind("at", membership.openedAt().atOffset(ZoneOffset.UTC))
            .execute()
        == 1;
  }
}
