package io.github.langgan.loyalty.testing;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.ledger.AccountKind;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Members and lots in numbers that would take too long over HTTP: for benchmarks. */
@Singleton
public class ManyMembers {

  private static final int AT_ONCE = 20_000;

  private final Jdbi jdbi;

  ManyMembers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** With empty accounts and no cards. */
  public List<UUID> customers(UUID program, int number) {
    List<UUID> customers = Stream.generate(UuidV7::next).limit(number).toList();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    WITH c AS (INSERT INTO customer SELECT unnest(:ids::uuid[]), now() RETURNING id),
                         a AS (INSERT INTO account (id, kind, program_id, customer_id, balance, spent,
                                                    expired)
                               SELECT uuidv7(), 'MEMBER', :program, id, 0, 0, 0 FROM c
                               RETURNING id, customer_id)
                    INSERT INTO membership SELECT uuidv7(), customer_id, :program, id, now() FROM a
                    """)
                .bind("ids", customers.toArray(UUID[]::new))
                .bind("program", program)
                .execute());
    return customers;
  }

  public List<UUID> memberships(UUID program) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT id FROM membership WHERE program_id = :program ORDER BY id")
                .bind("program", program)
                .mapTo(UUID.class)
                .list());
  }

  /** One more lot for each member, by an entry whose hash is none. */
  public void give(UUID program, long points, Instant earnedAt, Instant expiresAt) {
    List<UUID> memberships = memberships(program);
    for (int from = 0; from < memberships.size(); from += AT_ONCE) {
      UUID[] some =
          memberships
              .subList(from, Math.min(memberships.size(), from + AT_ONCE))
              .toArray(UUID[]::new);
      jdbi.useTransaction(
          handle -> {
            handle
                .createUpdate(
                    """
                    CREATE TEMP TABLE given ON COMMIT DROP AS
                    SELECT m.id AS membership, m.account_id AS account, m.customer_id AS customer,
                           a.entries + 1 AS number, uuidv7() AS entry, uuidv7() AS lot
                      FROM membership m JOIN account a ON a.id = m.account_id
                     WHERE m.id = ANY('%s'::uuid[])
                    """
                        .formatted(List.of(some).toString().replace('[', '{').replace(']', '}')))
                .execute();
            handle
                .createUpdate(
                    """
                    INSERT INTO entry (id, kind, membership_id, customer_id, at, number, hash)
                    SELECT entry, 'COMPENSATED', membership, customer, :earned, number,
                           decode(repeat('00', 32), 'hex')
                      FROM given
                    """)
                .bind("earned", earnedAt.atOffset(ZoneOffset.UTC))
                .execute();
            handle
                .createUpdate(
                    """
                    INSERT INTO lot (id, account_id, customer_id, entry_id, original, remaining,
                                     earned_at, expires_at)
                    SELECT lot, account, customer, entry, :points, :points, :earned, :expires
                      FROM given
                    """)
                .bind("points", points)
                .bind("earned", earnedAt.atOffset(ZoneOffset.UTC))
                .bind("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .execute();
            handle
                .createUpdate(
                    """
                    INSERT INTO posting (entry_id, number, kind, account_id, customer_id, lot_id,
                                         points)
                    SELECT entry, n, 'COMPENSATED', CASE WHEN n = 1 THEN account ELSE :from END,
                           customer, CASE WHEN n = 1 THEN lot END,
                           CASE WHEN n = 1 THEN :points ELSE -:points END
                      FROM given CROSS JOIN generate_series(1, 2) AS n
                    """)
                .bind("from", AccountKind.COMPENSATION.idFor(new ProgramId(program)))
                .bind("points", points)
                .execute();
          });
    }
  }
}
