package io.github.langgan.loyalty.model.ledger;

import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.langgan.loyalty.model.Balance;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the database refuses, whatever the code above it does. */
@QuarkusTest
class LedgerGuardTest extends LoyaltyTest {

  private static final String ENTRY =
      """
      INSERT INTO entry (id, kind, membership_id, customer_id, at, number, hash)
      SELECT :entry, :kind, m.id, m.customer_id, :at, :number, :hash
        FROM membership m WHERE m.account_id = :account
      """;

  private static final String POSTINGS =
      """
      INSERT INTO posting (entry_id, number, kind, account_id, customer_id, lot_id, points)
      SELECT :entry, n, :postingKind, CASE WHEN n = 1 THEN :account ELSE issue.id END,
             a.customer_id, CASE WHEN n = 1 THEN :lot::uuid END,
             CASE WHEN n = 1 THEN :points ELSE :counterPoints END
        FROM account a
        JOIN account issue ON issue.program_id = a.program_id AND issue.kind = 'ISSUE'
       CROSS JOIN generate_series(1, 2) AS n
       WHERE a.id = :account
      """;

  private static final int NEXT = 2;
  private static final byte[] ANY_HASH = new byte[32];

  private UUID customer;
  private UUID membership;
  private UUID program;
  private UUID account;
  private UUID lot;
  private Instant at;

  @BeforeEach
  void a_member_with_ten_points() {
    at = clock.instant();
    customer = others.registeredCustomer();
    program = Api.program();
    membership = Api.membership(customer, program);
    others.recorded(customer, purchase(line("HOME", 1, "10.00")));
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(10));
    account = one("SELECT account_id FROM membership WHERE id = :id", membership);
    lot = one("SELECT id FROM lot WHERE account_id = :id", account);
  }

  @ParameterizedTest
  @CsvSource({
    "RETURNED, RETURNED, -4,  3, true,  do not sum to zero",
    "RETURNED, RETURNED, -11, 11, true, account_balance_check",
    "RETURNED, RETURNED, -4,  4, false, 'no entry, no account, or no lot'",
    "EXPIRED,  RETURNED, -4,  4, true,  'no entry, no account, or no lot'",
    "EARNED,   EARNED,    4, -4, true,  does not fit its lot",
    "RESERVATION_RELEASED, RESERVATION_RELEASED, 4, -4, true, account_reserved_check",
  })
  void an_entry_that_would_break_the_ledger_is_refused(
      String kind, String postingKind, long points, long counter, boolean withLot, String reason) {
    assertThatThrownBy(
            () ->
                post(
                    entry(kind, NEXT, ANY_HASH),
                    postingKind,
                    points,
                    counter,
                    withLot ? lot : null))
        .hasMessageContaining(reason);
  }

  @Test
  void an_entry_does_not_take_the_place_of_another() {
    assertThatThrownBy(() -> post(entry("RETURNED", 1, ANY_HASH), "RETURNED", -4, 4, lot))
        .hasMessageContaining("has the number of one that is there");
  }

  @Test
  void a_posting_without_its_entry_is_refused() {
    assertThatThrownBy(() -> postings(UUID.randomUUID(), "RETURNED", -4, 4, lot))
        .hasMessageContaining("no entry");
  }

  @Test
  void a_sound_entry_moves_the_balance_and_the_lot_together() {
    UUID entry = UUID.randomUUID();
    post(new Written(entry, "RETURNED", NEXT, hashOf(entry)), "RETURNED", -4, 4, lot);

    assertThat(number("SELECT balance FROM account WHERE id = :id", account)).isEqualTo(6);
    assertThat(number("SELECT remaining FROM lot WHERE id = :id", lot)).isEqualTo(6);
    assertThat(number("SELECT reversed FROM lot WHERE id = :id", lot)).isEqualTo(4);
    assertThat(number("SELECT entries FROM account WHERE id = :id", account)).isEqualTo(NEXT);
    // told to the books of returns too, or the checks after this test would object
    update(
        """
        UPDATE earning SET claimed = 4 WHERE lot_id = :id""",
        lot);
    update(
        """
        INSERT INTO take_back SELECT uuidv7(), membership_id, 4, 0 FROM earning WHERE lot_id = :id""",
        lot);
  }

  @ParameterizedTest
  @CsvSource({
    "UPDATE entry SET shortfall = 1",
    "UPDATE entry SET debt = 1",
    "DELETE FROM entry",
    "UPDATE posting SET points = points + 1",
    "DELETE FROM posting",
    "TRUNCATE posting",
    "TRUNCATE entry",
    "UPDATE lot SET remaining = remaining - 1",
    "UPDATE account SET balance = -1 WHERE kind = 'MEMBER'",
  })
  void what_is_written_stays(String statement) {
    assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(statement)))
        .hasMessageMatching("(?s).*(append-only|violates check constraint).*");
  }

  @Test
  void a_purchase_can_not_earn_twice() {
    ThrowingCallable again =
        () ->
            update(
                """
                INSERT INTO earning
                SELECT uuidv7(), membership_id, partner, external_id, entry_id, lot_id, 1, points, 0
                  FROM earning WHERE lot_id = :id
                """,
                lot);
    assertThatThrownBy(again).hasMessageContaining("duplicate key");
  }

  /** Of an entry that takes four of the member's points back. */
  private byte[] hashOf(UUID entry) {
    var said =
        new Entry(
            entry,
            EntryKind.RETURNED,
            new MembershipId(membership),
            new CustomerId(customer),
            new CustomerId(customer),
            new ProgramId(program),
            at,
            Occasion.NONE,
            null,
            0,
            0,
            null,
            List.of(
                new Posting(account, lot, -4),
                new Posting(AccountKind.ISSUE.idFor(new ProgramId(program)), null, 4)),
            new Balance(6, 0, 0));
    byte[] head =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("SELECT head FROM account WHERE id = :id")
                    .bind("id", account)
                    .mapTo(byte[].class)
                    .one());
    return new ChainHead(1, head).after(EntryStatement.of(NEXT, said, Map.of())).hash();
  }

  private record Written(UUID id, String kind, int number, byte[] hash) {}

  private static Written entry(String kind, int number, byte[] hash) {
    return new Written(UUID.randomUUID(), kind, number, hash);
  }

  private void post(Written entry, String postingKind, long points, long counter, UUID ofLot) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              jdbi.useHandle(
                  handle ->
                      handle
                          .createUpdate(ENTRY)
                          .bind("entry", entry.id())
                          .bind("kind", entry.kind())
                          .bind("number", entry.number())
                          .bind("hash", entry.hash())
                          .bind("at", at.atOffset(ZoneOffset.UTC))
                          .bind("account", account)
                          .execute());
              postings(entry.id(), postingKind, points, counter, ofLot);
            });
  }

  private void postings(UUID entry, String kind, long points, long counter, UUID ofLot) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(POSTINGS)
                .bind("entry", entry)
                .bind("postingKind", kind)
                .bind("account", account)
                .bind("lot", ofLot)
                .bind("points", points)
                .bind("counterPoints", counter)
                .execute());
  }

  private UUID one(String query, UUID id) {
    return jdbi.withHandle(
        handle -> handle.createQuery(query).bind("id", id).mapTo(UUID.class).one());
  }

  private long number(String query, UUID id) {
    return jdbi.withHandle(
        handle -> handle.createQuery(query).bind("id", id).mapTo(Long.class).one());
  }

  private void update(String statement, UUID id) {
    jdbi.useHandle(handle -> handle.createUpdate(statement).bind("id", id).execute());
  }
}
