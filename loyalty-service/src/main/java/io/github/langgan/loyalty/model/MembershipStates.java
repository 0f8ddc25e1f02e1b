package io.github.langgan.loyalty.model;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Memberships as they stand. */
@Singleton
public class MembershipStates {

  private static final String SELECT =
      """
      SELECT m.id, m.customer_id, m.program_id, m.account_id, m.opened_at, c.number AS card,
             a.balance, a.spent, a.expired, a.version
        FROM membership m
        JOIN account a ON a.id = m.account_id
        JOIN card c ON c.membership_id = m.id
      """;

  private final Jdbi jdbi;

  MembershipStates(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  record Row(
      UUID id,
      UUID customerId,
      UUID programId,
      UUID accountId,
      Instant openedAt,
      String card,
      long balance,
      long spent,
      long expired,
      long version) {

    MembershipState state() {
      return new MembershipState(
          new Membership(
              new MembershipId(id),
              new CustomerId(customerId),
              new ProgramId(programId),
              accountId,
              openedAt),
          new CardNumber(card),
          balance,
          spent,
          expired,
          version);
    }
  }

  public Optional<MembershipState> find(MembershipId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "WHERE m.id = :id")
                .bind("id", id.value())
                .mapTo(Row.class)
                .findOne()
                .map(Row::state));
  }

  public Optional<MembershipState> withCard(String number) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "WHERE c.number = :number")
                .bind("number", number)
                .mapTo(Row.class)
                .findOne()
                .map(Row::state));
  }

  /** The newest first. */
  public List<MembershipState> of(CustomerId customer, @Nullable MembershipId after, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + """
                        WHERE m.customer_id = :customer
                          AND (:after::uuid IS NULL OR m.id < :after)
                        ORDER BY m.id DESC LIMIT :limit
                        """)
                .bind("customer", customer.value())
                .bind("after", after == null ? null : after.value())
                .bind("limit", limit)
                .mapTo(Row.class)
                .map(Row::state)
                .list());
  }
}
