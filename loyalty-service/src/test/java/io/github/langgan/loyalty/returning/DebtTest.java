package io.github.langgan.loyalty.returning;

import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static io.github.langgan.loyalty.testing.RewardApi.cancel;
import static io.github.langgan.loyalty.testing.RewardApi.reserved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.Member;
import io.github.langgan.loyalty.testing.OfferApi;
import io.github.langgan.loyalty.testing.OtherServices.Back;
import io.github.langgan.loyalty.testing.ReturnApi;
import io.github.langgan.loyalty.testing.TransferApi;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Siti buys four home things for 25 pounds each, and spends 70 of her 100 points. */
@QuarkusTest
class DebtTest extends LoyaltyTest {

  private final Purchase bought = purchase(line("HOME", 4, "25.00"));
  private Member siti;
  private UUID redemption;

  @BeforeEach
  void points_are_spent() {
    siti = Member.of(others, "");
    others.recorded(siti.customer(), bought);
    await().until(() -> siti.active() == 100);
    redemption = Api.redeem(siti.membership(), 70).jsonPath().getUUID("redemptionId");
  }

  @AfterEach
  void the_chain_holds() {
    siti.chainHolds();
  }

  private void policy(String spentPoints) {
    ReturnApi.policy(siti.program(), spentPoints);
  }

  private UUID givesBack(long pieces) {
    UUID back = others.returned(siti.customer(), new Back(bought, 1, pieces));
    await().until(() -> ReturnApi.read(back).statusCode() == 200);
    return back;
  }

  private void earns(long points) {
    int before = entries();
    others.recorded(siti.customer(), purchase(line("HOME", points, "1.00")));
    await().until(() -> entries() > before);
  }

  private int entries() {
    return Api.entries(siti.membership()).jsonPath().getList("items").size();
  }

  private void assertBalance(long active, long debt) {
    await()
        .untilAsserted(
            () ->
                Api.read(siti.membership())
                    .then()
                    .body("balance.active", equalTo((int) active))
                    .body("balance.debt", equalTo((int) debt)));
  }

  @Test
  void within_balance_what_is_spent_is_told_and_forgotten() {
    UUID back = givesBack(4);

    ReturnApi.read(back)
        .then()
        .body("effects.effect", contains("POINTS_TAKEN_BACK", "POINTS_GONE"))
        .body("effects.points", contains(30, 70));
    assertBalance(0, 0);
    siti.earn(50);
    assertBalance(50, 0);
    Api.reverse(redemption, "{}").then().statusCode(200);
    assertBalance(120, 0);
  }

  @Test
  void a_debt_is_paid_by_what_is_earned_and_by_nothing_else() {
    policy("DEBT");
    UUID back = givesBack(4);

    ReturnApi.read(back)
        .then()
        .body("effects.effect", contains("POINTS_TAKEN_BACK", "POINTS_OWED"))
        .body("effects.points", contains(30, 70))
        .body("effects.undone", contains(true, true));
    assertBalance(0, 70);
    others.promised(siti.customer(), 50);
    assertBalance(50, 70);
    earns(30);
    assertBalance(50, 40);
    earns(60);
    assertBalance(70, 0);
    Api.entries(siti.membership())
        .then()
        .body(
            "items.kind",
            contains(
                "DEBT_PAID",
                "EARNED",
                "DEBT_PAID",
                "EARNED",
                "COMPENSATED",
                "RETURNED",
                "REDEEMED",
                "EARNED"))
        .body("items.debt", contains(-40, 0, -30, 0, 0, 70, 0, 0))
        .body("items[0].postings.account", contains("MEMBER", "ISSUE"));
    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("points.debt-paid"))
                    .filteredOn(event -> event.json().contains(siti.membership().toString()))
                    .extracting(event -> event.json().replaceAll(".*\"points\":(\\d+).*", "$1"))
                    .containsExactly("30", "40"));
    Api.as("manager")
        .get("/v1/loyalty/programs/{id}/liability", siti.program())
        .then()
        .body("reconciliation.agrees", equalTo(true))
        .body("owed.points", equalTo(70))
        .body("periods.returned.sum()", equalTo(100));
  }

  @Test
  void some_returns_end_where_one_ends() {
    policy("DEBT");
    givesBack(1);
    assertBalance(5, 0);
    givesBack(2);
    assertBalance(0, 45);
    givesBack(1);
    assertBalance(0, 70);
  }

  @Test
  void points_that_come_back_of_a_redemption_pay_what_is_owed_for_them() {
    policy("DEBT");
    givesBack(4);
    Api.reverse(redemption, "{\"points\":50}")
        .then()
        .statusCode(200)
        .body("balance.active", equalTo(0));
    assertBalance(0, 20);
    Api.reverse(redemption, "{}").then().statusCode(200);
    assertBalance(0, 0);
  }

  @Test
  void points_that_were_only_reserved_pay_when_they_are_released() {
    policy("DEBT");
    UUID open = reserved(siti.membership(), 30);
    givesBack(4);
    assertBalance(0, 100);
    cancel(open).then().statusCode(200);
    assertBalance(0, 70);
  }

  @Test
  void what_is_earned_and_given_back_leaves_the_debt_that_was() {
    policy("DEBT");
    givesBack(4);
    Purchase second = purchase(line("HOME", 4, "25.00"));
    others.recorded(siti.customer(), second);
    assertBalance(30, 0);
    others.returned(siti.customer(), new Back(second, 1, 4));
    assertBalance(0, 70);
  }

  @Test
  void a_negative_balance_is_lifted_by_any_points() {
    policy("NEGATIVE_BALANCE");
    TransferApi.allow(siti.program(), "");
    givesBack(4);
    assertBalance(-70, 70);
    Api.redeem(siti.membership(), 1).then().statusCode(409).body("available", equalTo(0));

    others.promised(siti.customer(), 20);
    assertBalance(-50, 50);
    Member other = siti.other();
    other.earn(20);
    TransferApi.give(other.membership(), siti.membership(), 15).then().statusCode(201);
    assertBalance(-35, 35);
    UUID proposition =
        OfferApi.active(
            siti.program(),
            OfferApi.POINTS.replace("\"points\":500", "\"points\":5"),
            OfferApi.BUDGET,
            OfferApi.CONTACT,
            OfferApi.ON_LAPSING);
    others.became(siti.customer(), "LAPSING", clock.instant());
    OfferApi.answer(OfferApi.offer(siti.membership()), "acceptance").then().statusCode(200);
    OfferApi.read(proposition).then().statusCode(200);
    assertBalance(-30, 30);
    earns(40);
    assertBalance(10, 0);
  }

  @Test
  void what_is_owed_follows_the_policy_of_now() {
    policy("DEBT");
    givesBack(4);
    assertBalance(0, 70);
    ReturnApi.policy(siti.program(), 1, "{\"spentPoints\":\"NEGATIVE_BALANCE\"}")
        .then()
        .statusCode(200);
    assertBalance(-70, 70);
    ReturnApi.policy(siti.program(), 2, "{\"spentPoints\":\"WITHIN_BALANCE\"}")
        .then()
        .statusCode(200);
    siti.earn(30);
    assertBalance(30, 70);
  }
}
