package io.github.langgan.loyalty.model.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.OldDatabase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cards that were issued before cards had ranges and states stay what they were. */
@QuarkusTest
class CardsOfBeforeTest extends LoyaltyTest {

  private static final String CARDS =
      """
      INSERT INTO program (id, name, currency, zone, rounding, earns_from, card_prefix, created_at)
      SELECT md5('program' || n)::uuid, 'Club ' || n, 'GBP', 'UTC', 'DOWN', 'ALWAYS',
             '70000' || n, '2026-01-02T01:00:00Z'
        FROM generate_series(1, 2) AS n;
      INSERT INTO account (id, kind, program_id, customer_id, balance, spent, expired)
      SELECT md5('account' || n)::uuid, 'MEMBER', md5('program' || n)::uuid,
             md5('customer' || n)::uuid, 0, 0, 0
        FROM generate_series(1, 2) AS n;
      INSERT INTO membership (id, customer_id, program_id, account_id, opened_at)
      SELECT md5('membership' || n)::uuid, md5('customer' || n)::uuid, md5('program' || n)::uuid,
             md5('account' || n)::uuid, '2026-01-05T03:00:00Z'
        FROM generate_series(1, 2) AS n;
      INSERT INTO card (number, membership_id, issued_at)
      VALUES ('7000010000000004', md5('membership1')::uuid, '2026-01-05T03:00:00Z'),
             ('7000020000000003', md5('membership2')::uuid, '2026-01-06T03:00:00Z');
      """;

  @Inject OldDatabase old;

  @Test
  void they_are_active_first_pieces_of_their_programs_first_range() {
    old.migrate("5", CARDS);

    old.use(
        handle -> {
          handle.execute("SET LOCAL TimeZone = 'UTC'");
          assertThat(
                  handle
                      .createQuery(
                          """
                          SELECT concat_ws(' ', c.number, r.prefix,
                                           date_trunc('second', uuid_extract_timestamp(c.id)))
                            FROM card c JOIN card_range r ON r.id = c.range_id ORDER BY c.id
                          """)
                      .mapTo(String.class)
                      .list())
              .containsExactly(
                  "7000010000000004 700001 2026-01-05 03:00:00+00",
                  "7000020000000003 700002 2026-01-06 03:00:00+00");
          assertThat(
                  handle
                      .createQuery(
                          """
                          SELECT DISTINCT c.issue, c.state, c.activated_at = c.issued_at AS active,
                                 a.act, r.kind, r.price::int AS price
                            FROM card c JOIN card_range r ON r.id = c.range_id
                            JOIN card_act a ON a.card_id = c.id AND a.number = c.version
                          """)
                      .mapToMap()
                      .list())
              .containsExactly(
                  Map.of(
                      "issue", 1, "state", "ACTIVE", "active", true, "act", "ISSUED", "kind",
                      "VIRTUAL", "price", 0));
        });
  }
}
