package io.github.langgan.loyalty.merging;

import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.OtherServices.Back;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A merge is undone: both have what is theirs. */
@QuarkusTest
class SplitTest extends LoyaltyTest {

  private UUID survivor;
  private UUID merged;
  private UUID program;
  private UUID stays;
  private UUID united;

  @BeforeEach
  void two_members() {
    survivor = others.registeredCustomer();
    merged = others.registeredCustomer();
    program = Api.program();
    stays = Api.membership(survivor, program);
    united = Api.membership(merged, program);
  }

  @Test
  void both_are_as_they_were() {
    earn(survivor, stays, 100);
    earn(merged, united, 30);
    Api.redeem(united, 4).then().statusCode(201);
    String lots = Api.lots(united).asString();
    UUID merge = others.merged(survivor, merged);

    others.unmerged(merge, survivor, merged);

    assertThat(Api.lots(united).asString()).isEqualTo(lots);
    Api.read(united)
        .then()
        .body("membershipId", equalTo(united.toString()))
        .body("customerId", equalTo(merged.toString()))
        .body("unitedInto", nullValue())
        .body("balance.active", equalTo(26))
        .body("balance.spent", equalTo(4));
    assertThat(Api.active(stays)).isEqualTo(100);
    JsonPath undone = others.answer(merge, "merge.undone");
    assertThat(undone.getString("effects.memberships[0].outcome")).isEqualTo("DIVIDED");
    assertThat(undone.getLong("effects.memberships[0].points.active")).isEqualTo(26);
    assertThat(undone.getList("conflicts")).isEmpty();
    await()
        .untilAsserted(
            () -> {
              assertThat(told("membership.divided", merge)).isTrue();
              assertThat(told("points.divided", merge)).isTrue();
            });
  }

  @Test
  void what_came_for_each_meanwhile_is_its_own() {
    UUID merge = others.merged(survivor, merged);
    others.recorded(merged, purchase(line("HOME", 8, "1.00")));
    others.recorded(survivor, purchase(line("HOME", 5, "1.00")));
    await().untilAsserted(() -> assertThat(Api.active(stays)).isEqualTo(13));
    others.promised(merged, 200);
    await().untilAsserted(() -> assertThat(Api.active(stays)).isEqualTo(213));

    others.unmerged(merge, survivor, merged);

    assertThat(Api.active(united)).isEqualTo(208);
    assertThat(Api.active(stays)).isEqualTo(5);
  }

  @Test
  void a_redemption_counts_for_the_one_whose_membership_was_named() {
    earn(survivor, stays, 100);
    earn(merged, united, 30);
    UUID merge = others.merged(survivor, merged);
    Api.redeem(stays, 20).then().statusCode(201);
    Api.redeem(united, 25).then().statusCode(201);

    others.unmerged(merge, survivor, merged);

    assertThat(Api.active(stays)).isEqualTo(80);
    assertThat(Api.active(united)).isEqualTo(5);
    assertThat(others.answer(merge, "merge.undone").getList("conflicts")).isEmpty();
  }

  @Test
  void who_spent_more_than_its_own_is_told_as_a_conflict_and_no_point_is_lost() {
    earn(survivor, stays, 10);
    earn(merged, united, 30);
    UUID merge = others.merged(survivor, merged);
    Api.redeem(stays, 35).then().statusCode(201);

    others.unmerged(merge, survivor, merged);

    assertThat(Api.active(united)).isEqualTo(5);
    assertThat(Api.active(stays)).isZero();
    JsonPath undone = others.answer(merge, "merge.undone");
    assertThat(undone.getString("conflicts[0].code")).isEqualTo("points-short");
    assertThat(undone.getUUID("conflicts[0].subject")).isEqualTo(united);
    assertThat(undone.getLong("conflicts[0].merged")).isEqualTo(25);
  }

  @Test
  void a_redemption_meanwhile_is_given_back_to_the_one_that_it_counts_for() {
    earn(survivor, stays, 100);
    earn(merged, united, 30);
    UUID merge = others.merged(survivor, merged);
    UUID redemption = Api.redeem(united, 25).jsonPath().getUUID("redemptionId");
    others.unmerged(merge, survivor, merged);

    Api.reverse(redemption, "{}").then().statusCode(200).body("balance.active", equalTo(30));

    assertThat(Api.active(united)).isEqualTo(30);
    assertThat(Api.active(stays)).isEqualTo(100);
  }

  @Test
  void a_return_after_the_split_takes_from_the_one_whose_purchase_it_was() {
    UUID merge = others.merged(survivor, merged);
    Purchase bought = purchase(line("HOME", 8, "1.00"));
    others.recorded(merged, bought);
    await().untilAsserted(() -> assertThat(Api.active(stays)).isEqualTo(8));
    others.unmerged(merge, survivor, merged);

    others.returned(merged, new Back(bought, 1, 3));

    await().untilAsserted(() -> assertThat(Api.active(united)).isEqualTo(5));
    assertThat(Api.active(stays)).isZero();
  }

  @Test
  void a_purchase_that_comes_after_the_split_earns_where_it_belongs_and_never_twice() {
    UUID merge = others.merged(survivor, merged);
    Purchase bought = purchase(line("HOME", 8, "1.00"));
    others.recorded(merged, bought);
    await().untilAsserted(() -> assertThat(Api.active(stays)).isEqualTo(8));
    others.unmerged(merge, survivor, merged);

    others.attributed(merged, bought);
    others.recorded(merged, purchase(line("HOME", 2, "1.00")));

    await().untilAsserted(() -> assertThat(Api.active(united)).isEqualTo(10));
    assertThat(Api.active(stays)).isZero();
  }

  @Test
  void a_membership_that_moved_returns_and_what_came_for_the_other_is_told() {
    UUID other = Api.program();
    UUID moved = Api.membership(merged, other);
    UUID merge = others.merged(survivor, merged);
    others.recorded(survivor, purchase(line("HOME", 6, "1.00")));
    await().untilAsserted(() -> assertThat(Api.active(moved)).isEqualTo(6));

    others.unmerged(merge, survivor, merged);

    Api.read(moved)
        .then()
        .body("customerId", equalTo(merged.toString()))
        .body("balance.active", equalTo(6));
    JsonPath undone = others.answer(merge, "merge.undone");
    assertThat(undone.getList("effects.memberships.outcome", String.class))
        .containsExactlyInAnyOrder("DIVIDED", "RETURNED");
    assertThat(undone.getString("conflicts[0].code")).isEqualTo("points-without-membership");
    assertThat(undone.getUUID("conflicts[0].subject")).isEqualTo(moved);
    assertThat(undone.getLong("conflicts[0].survivor")).isEqualTo(6);
  }

  @Test
  void a_chain_is_split_where_it_was_merged_last() {
    UUID last = others.registeredCustomer();
    UUID lasts = Api.membership(last, program);
    earn(merged, united, 30);
    earn(survivor, stays, 10);
    earn(last, lasts, 1);
    UUID first = others.merged(survivor, merged);
    UUID second = others.merged(last, survivor);
    Api.read(united).then().body("membershipId", equalTo(lasts.toString()));
    assertThat(Api.active(united)).isEqualTo(41);
    others.recorded(merged, purchase(line("HOME", 4, "1.00")));
    await().untilAsserted(() -> assertThat(Api.active(lasts)).isEqualTo(45));

    others.unmerged(second, last, survivor);

    assertThat(Api.active(lasts)).isEqualTo(1);
    Api.read(united)
        .then()
        .body("membershipId", equalTo(stays.toString()))
        .body("balance.active", equalTo(44));

    others.unmerged(first, survivor, merged);

    assertThat(Api.active(stays)).isEqualTo(10);
    assertThat(Api.active(united)).isEqualTo(34);
  }

  @Test
  void a_record_that_was_split_off_can_be_merged_into_another() {
    earn(merged, united, 30);
    UUID first = others.merged(survivor, merged);
    others.unmerged(first, survivor, merged);
    UUID another = others.registeredCustomer();
    UUID anothers = Api.membership(another, program);

    UUID second = others.merged(another, merged);

    Api.read(united).then().body("membershipId", equalTo(anothers.toString()));
    assertThat(Api.active(anothers)).isEqualTo(30);
    assertThat(Api.active(stays)).isZero();
    others.unmerged(second, another, merged);
    assertThat(Api.active(united)).isEqualTo(30);
    Api.lots(united).then().body("items.remaining", contains(30));
  }

  private boolean told(String type, UUID merge) {
    return topics.published(type).stream()
        .anyMatch(event -> event.json().contains(merge.toString()));
  }

  private void earn(UUID record, UUID membership, int points) {
    long before = Api.active(membership);
    others.recorded(record, purchase(line("HOME", points, "1.00")));
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(before + points));
  }
}
