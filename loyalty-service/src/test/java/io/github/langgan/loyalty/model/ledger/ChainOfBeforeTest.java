package io.github.langgan.loyalty.model.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.loyalty.testing.InvariantChecks;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.OldDatabase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Books that were begun before entries had hashes get their chains with the migration. */
@QuarkusTest
class ChainOfBeforeTest extends LoyaltyTest {

  /** Two members of a program: ten points and four of them spent, and a purchase worth nothing. */
  private static final String BOOKS =
      """
      INSERT INTO program (id, name, currency, zone, rounding, earns_from, card_prefix, created_at)
      VALUES (md5('program')::uuid, 'Club', 'GBP', 'UTC', 'DOWN', 'ALWAYS', '700000', now());
      INSERT INTO account (id, kind, program_id)
      SELECT md5(kind)::uuid, kind, md5('program')::uuid
        FROM unnest(ARRAY['ISSUE', 'REDEMPTION']) AS kind;
      INSERT INTO account (id, kind, program_id, customer_id, balance, spent, expired)
      SELECT md5('account' || n)::uuid, 'MEMBER', md5('program')::uuid, md5('customer' || n)::uuid,
             0, 0, 0
        FROM generate_series(1, 2) AS n;
      INSERT INTO membership (id, customer_id, program_id, account_id, opened_at)
      SELECT md5('membership' || n)::uuid, md5('customer' || n)::uuid, md5('program')::uuid,
             md5('account' || n)::uuid, now()
        FROM generate_series(1, 2) AS n;
      INSERT INTO lot (id, account_id, customer_id, entry_id, original, remaining, earned_at,
                       expires_at)
      VALUES (md5('lot')::uuid, md5('account1')::uuid, md5('customer1')::uuid,
              '00000000-0000-7000-8000-000000000001', 10, 10, '2026-01-05T03:00:00.123456Z',
              '2028-01-05T03:00:00Z');
      INSERT INTO entry (id, kind, membership_id, customer_id, at, rule_version, note)
      VALUES ('00000000-0000-7000-8000-000000000001', 'EARNED', md5('membership1')::uuid,
              md5('customer1')::uuid, '2026-01-05T03:00:00.123456Z', 1, NULL),
             ('00000000-0000-7000-8000-000000000002', 'EARNED', md5('membership2')::uuid,
              md5('customer2')::uuid, '2026-01-05T04:00:00Z', 1, 'OTHER_CURRENCY'),
             ('00000000-0000-7000-8000-000000000003', 'REDEEMED', md5('membership1')::uuid,
              md5('customer1')::uuid, '2026-01-06T03:00:00Z', NULL, NULL);
      INSERT INTO posting (entry_id, number, kind, account_id, customer_id, lot_id, points)
      VALUES ('00000000-0000-7000-8000-000000000001', 1, 'EARNED', md5('account1')::uuid,
              md5('customer1')::uuid, md5('lot')::uuid, 10),
             ('00000000-0000-7000-8000-000000000001', 2, 'EARNED', md5('ISSUE')::uuid,
              md5('customer1')::uuid, NULL, -10),
             ('00000000-0000-7000-8000-000000000003', 1, 'REDEEMED', md5('account1')::uuid,
              md5('customer1')::uuid, md5('lot')::uuid, -4),
             ('00000000-0000-7000-8000-000000000003', 2, 'REDEEMED', md5('REDEMPTION')::uuid,
              md5('customer1')::uuid, NULL, 4);
      """;

  @Inject OldDatabase old;

  @Test
  void they_are_chained_and_what_comes_goes_on_from_there() {
    old.migrate("4", BOOKS);

    old.use(
        handle -> {
          assertThat(InvariantChecks.brokenChains(handle)).isEmpty();
          assertThat(
                  handle
                      .createQuery("SELECT entries FROM account WHERE kind = 'MEMBER' ORDER BY id")
                      .mapTo(Long.class)
                      .list())
              .containsExactlyInAnyOrder(2L, 1L);
          assertThat(
                  handle
                      .createQuery("SELECT number FROM entry ORDER BY id")
                      .mapTo(Long.class)
                      .list())
              .containsExactly(1L, 1L, 2L);
        });
  }
}
