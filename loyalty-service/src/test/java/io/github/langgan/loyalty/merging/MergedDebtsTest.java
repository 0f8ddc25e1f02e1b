package io.github.langgan.loyalty.merging;

import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.Member;
import io.github.langgan.loyalty.testing.OtherServices.Back;
import io.github.langgan.loyalty.testing.ReturnApi;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The survivor has 100 points; the merged one bought, spent 40 points, and gave all back. */
@QuarkusTest
class MergedDebtsTest extends LoyaltyTest {

  private Member survivor;
  private Member merged;

  @BeforeEach
  void one_owes() {
    survivor = Member.with(others, 100);
    merged = survivor.other();
  }

  @AfterEach
  void the_chains_hold() {
    List.of(survivor, merged).forEach(Member::chainHolds);
  }

  private void owes40(String spentPoints) {
    ReturnApi.policy(survivor.program(), spentPoints);
    Purchase bought = purchase(line("HOME", 40, "1.00"));
    others.recorded(merged.customer(), bought);
    await().until(() -> merged.active() == 40);
    Api.redeem(merged.membership(), 40).then().statusCode(201);
    others.returned(merged.customer(), new Back(bought, 1, 40));
    await().until(() -> debt(merged) == 40);
  }

  private static long debt(Member member) {
    return Api.read(member.membership()).jsonPath().getLong("balance.debt");
  }

  private static void assertBalance(Member member, int active, int debt) {
    await()
        .untilAsserted(
            () ->
                Api.read(member.membership())
                    .then()
                    .body("balance.active", equalTo(active))
                    .body("balance.debt", equalTo(debt)));
  }

  private UUID merge() {
    return others.merged(survivor.customer(), merged.customer());
  }

  private void undo(UUID merge) {
    others.unmerged(merge, survivor.customer(), merged.customer());
  }

  @Test
  void a_debt_goes_with_the_merge_and_comes_back_with_its_undoing() {
    owes40("DEBT");
    UUID merge = merge();
    assertBalance(survivor, 100, 40);
    undo(merge);
    assertBalance(survivor, 100, 0);
    assertBalance(merged, 0, 40);
  }

  @Test
  void what_the_merged_one_earned_meanwhile_has_paid_its_own() {
    owes40("DEBT");
    UUID merge = merge();
    others.recorded(merged.customer(), purchase(line("HOME", 30, "1.00")));
    assertBalance(survivor, 100, 10);
    undo(merge);
    assertBalance(survivor, 100, 0);
    assertBalance(merged, 0, 10);
  }

  @Test
  void each_pays_its_own_first() {
    owes40("DEBT");
    Purchase bought = purchase(line("HOME", 10, "1.00"));
    others.recorded(survivor.customer(), bought);
    await().until(() -> survivor.active() == 110);
    Api.redeem(survivor.membership(), 110).then().statusCode(201);
    others.returned(survivor.customer(), new Back(bought, 1, 10));
    await().until(() -> debt(survivor) == 10);

    UUID merge = merge();
    assertBalance(survivor, 0, 50);
    others.recorded(merged.customer(), purchase(line("HOME", 30, "1.00")));
    assertBalance(survivor, 0, 20);
    undo(merge);
    assertBalance(survivor, 0, 10);
    assertBalance(merged, 0, 10);
  }

  @Test
  void what_the_survivor_paid_for_the_other_is_settled() {
    owes40("DEBT");
    UUID merge = merge();
    others.recorded(survivor.customer(), purchase(line("HOME", 25, "1.00")));
    assertBalance(survivor, 100, 15);
    others.promised(merged.customer(), 60);
    assertBalance(survivor, 160, 15);
    undo(merge);
    // 60 less the 25 that the survivor's purchase paid
    assertBalance(survivor, 125, 0);
    assertBalance(merged, 35, 15);
  }

  @Test
  void a_negative_balance_makes_the_common_one_less() {
    owes40("NEGATIVE_BALANCE");
    assertBalance(merged, -40, 40);
    UUID merge = merge();
    assertBalance(survivor, 60, 40);
    Api.redeem(survivor.membership(), 61).then().statusCode(409).body("available", equalTo(60));
    undo(merge);
    assertBalance(survivor, 100, 0);
    assertBalance(merged, -40, 40);
  }
}
