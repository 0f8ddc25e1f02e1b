package io.github.langgan.loyalty.statement;

import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody changes behind the ledger's back is noticed, and where. */
@QuarkusTest
class VerificationTest extends LoyaltyTest {

  private static final String A_YEAR =
      "\"earningRule\":{\"expression\":\"transaction.total\"},\"validity\":{\"months\":12}";

  private UUID customer;
  private UUID membership;

  @BeforeEach
  void a_member_who_bought_thrice_and_spent_some() {
    customer = others.registeredCustomer();
    membership = Api.membership(customer, Api.program(A_YEAR));
    for (int i = 1; i <= 3; i++) {
      others.recorded(customer, purchase(line("HOME", 1, "10.00")));
    }
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(30));
    Api.redeem(membership, 12).then().statusCode(201);
  }

  @Test
  void books_that_are_as_they_were_written_verify() {
    String head =
        verification()
            .body("intact", equalTo(true))
            .body("chains.membershipId", contains(membership.toString()))
            .body("chains[0].entries", equalTo(4))
            .body("chains[0]", not(hasKey("fault")))
            .extract()
            .path("chains[0].head");

    Api.redeem(membership, 1).then().statusCode(201);
    verification()
        .body("intact", equalTo(true))
        .body("chains[0].entries", equalTo(5))
        .body("chains[0].head", not(equalTo(head)));
  }

  @Test
  void a_membership_without_entries_verifies() {
    membership = Api.membership(others.registeredCustomer(), Api.program());
    verification()
        .body("intact", equalTo(true))
        .body("chains[0].entries", equalTo(0))
        .body("chains[0].head", equalTo("0".repeat(64)));
  }

  @Test
  void an_entry_without_points_is_in_the_chain() {
    others.recorded(customer, purchase(line("HOME", 1, "0.10")));
    await()
        .untilAsserted(
            () ->
                verification().body("intact", equalTo(true)).body("chains[0].entries", equalTo(5)));
    Api.redeem(membership, 1).then().statusCode(201);
    verification().body("intact", equalTo(true)).body("chains[0].entries", equalTo(6));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "entry   | UPDATE entry SET at = at - interval '1 day' WHERE %s"
            + " | UPDATE entry SET at = at + interval '1 day' WHERE %s | 2",
        "entry   | UPDATE entry SET rule_version = 7 WHERE %s"
            + " | UPDATE entry SET rule_version = 1 WHERE %s | 2",
        "entry   | UPDATE entry SET number = 9 WHERE %s"
            + " | UPDATE entry SET number = 2 WHERE %s | 2",
        "posting | UPDATE posting SET points = points * 2 WHERE entry_id = (SELECT id FROM entry WHERE %s)"
            + " | UPDATE posting SET points = points / 2 WHERE entry_id = (SELECT id FROM entry WHERE %s) | 2",
        "lot     | UPDATE lot SET expires_at = expires_at + interval '1 year'"
            + " WHERE entry_id = (SELECT id FROM entry WHERE %s)"
            + " | UPDATE lot SET expires_at = expires_at - interval '1 year'"
            + " WHERE entry_id = (SELECT id FROM entry WHERE %s) | 2",
      })
  void who_changes_what_is_written_is_noticed_at_its_place(
      String table, String change, String undoing, int place) {
    String second = "membership_id = '" + membership + "' AND number IN (2, 9)";
    behindTheBack(table, change.formatted(second));
    try {
      verification()
          .body("intact", equalTo(false))
          .body("chains[0].brokenAt", equalTo(place))
          .body("chains[0].entries", equalTo(place - 1));
    } finally {
      behindTheBack(table, undoing.formatted(second));
    }
    verification().body("intact", equalTo(true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE account SET balance = balance + 5 WHERE id = %s"
            + " | UPDATE account SET balance = balance - 5 WHERE id = %s",
        "UPDATE account SET entries = entries + 1 WHERE id = %s"
            + " | UPDATE account SET entries = entries - 1 WHERE id = %s",
        "UPDATE account SET debt = debt + 5 WHERE id = %s"
            + " | UPDATE account SET debt = debt - 5 WHERE id = %s",
        "UPDATE lot SET remaining = remaining - 1, redeemed = redeemed + 1"
            + " WHERE account_id = %s AND remaining = 10"
            + " | UPDATE lot SET remaining = remaining + 1, redeemed = redeemed - 1"
            + " WHERE account_id = %s AND remaining = 9",
      })
  void a_balance_or_lot_that_its_postings_do_not_make_is_noticed(String change, String undoing) {
    String account = "(SELECT account_id FROM membership WHERE id = '" + membership + "')";
    jdbi.useHandle(handle -> handle.execute(change.formatted(account)));
    try {
      verification().body("intact", equalTo(false)).body("chains[0]", hasKey("fault"));
    } finally {
      jdbi.useHandle(handle -> handle.execute(undoing.formatted(account)));
    }
    verification().body("intact", equalTo(true));
  }

  @Test
  void the_books_of_united_memberships_are_verified_together() {
    UUID double_ = others.registeredCustomer();
    UUID program = UUID.fromString(Api.read(membership).jsonPath().getString("programId"));
    UUID united = Api.membership(double_, program);
    others.recorded(double_, purchase(line("HOME", 1, "10.00")));
    await().untilAsserted(() -> assertThat(Api.active(united)).isEqualTo(10));
    others.merged(customer, double_);
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(28));

    verification()
        .body("intact", equalTo(true))
        .body("chains.membershipId", contains(membership.toString(), united.toString()))
        .body("chains.entries", contains(5, 2));
  }

  @Test
  void another_customer_learns_nothing() {
    Api.with(Tokens.customer(UuidV7.next()))
        .get("/v1/loyalty/memberships/{id}/verification", membership)
        .then()
        .statusCode(404);
    Api.with(Tokens.customer(customer))
        .get("/v1/loyalty/memberships/{id}/verification", membership)
        .then()
        .statusCode(200);
  }

  private ValidatableResponse verification() {
    return Api.as("agent")
        .get("/v1/loyalty/memberships/{id}/verification", membership)
        .then()
        .statusCode(200);
  }

  private void behindTheBack(String table, String statement) {
    boolean guarded = !table.equals("lot");
    jdbi.useTransaction(
        handle -> {
          if (guarded) {
            handle.execute("ALTER TABLE " + table + " DISABLE TRIGGER " + table + "_kept");
          }
          assertThat(handle.execute(statement)).isPositive();
          if (guarded) {
            handle.execute("ALTER TABLE " + table + " ENABLE TRIGGER " + table + "_kept");
          }
        });
  }
}
