package io.github.langgan.loyalty.model;

import io.github.langgan.loyalty.model.card.CardNumber;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
      SELECT named.id AS named, %s, c.number AS card, a.balance, a.debt, a.spent, a.expired, a.version,
             CASE WHEN p.spent_points = 'NEGATIVE_BALANCE' THEN a.debt ELSE 0 END AS overdrawn,
             pending_points(a.id, :now) AS pending,
             -- what was reserved before a merge stays where it is until it is redeemed or released
             (SELECT sum(o.reserved) FROM membership u JOIN account o ON o.id = u.account_id
               WHERE u.customer_id = m.customer_id AND u.program_id = m.program_id) AS reserved
        FROM membership named
        JOIN membership m ON m.customer_id = named.customer_id
                         AND m.program_id = named.program_id AND m.united_into IS NULL
        JOIN account a ON a.id = m.account_id
        LEFT JOIN return_policy p ON p.program_id = m.program_id
       CROSS JOIN LATERAL (SELECT number FROM card
                            WHERE membership_id = m.id ORDER BY id LIMIT 1) c
      """
          .formatted(MembershipRow.COLUMNS);

  private final Jdbi jdbi;
  private final Clock clock;

  MembershipStates(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  record Row(
      UUID named,
      UUID id,
      UUID customerId,
      UUID cameFor,
      UUID programId,
      UUID accountId,
      Instant openedAt,
      @Nullable UUID unitedInto,
      String card,
      long balance,
      long debt,
      long overdrawn,
      long spent,
      long expired,
      long version,
      long pending,
      long reserved) {

    MembershipState state() {
      return new MembershipState(
          new MembershipRow(id, customerId, cameFor, programId, accountId, openedAt, unitedInto)
              .membership(),
          new MembershipId(named),
          new CardNumber(card),
          balance - pending - overdrawn,
          pending,
          reserved,
          spent,
          expired,
          debt,
          version);
    }
  }

  /** A united one's is that of the membership that it is united into. */
  public Optional<MembershipState> find(MembershipId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "WHERE named.id = :id")
                .bind("id", id.value())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .mapTo(Row.class)
                .findOne()
                .map(Row::state));
  }

  /** A card of a united membership is one of the membership that it is united into. */
  public Optional<MembershipState> withCard(String number) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + "WHERE named.id = (SELECT membership_id FROM card WHERE number = :number)")
                .bind("number", number)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
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
                        WHERE named.customer_id = :customer AND named.united_into IS NULL
                          AND (:after::uuid IS NULL OR m.id < :after)
                        ORDER BY m.id DESC LIMIT :limit
                        """)
                .bind("customer", customer.value())
                .bind("after", after == null ? null : after.value())
                .bind("limit", limit)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .mapTo(Row.class)
                .map(Row::state)
                .list());
  }
}
