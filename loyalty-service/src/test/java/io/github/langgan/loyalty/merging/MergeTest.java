package io.github.langgan.loyalty.merging;

import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.OtherServices;
import io.github.langgan.loyalty.testing.OtherServices.Back;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two records of one customer are merged. */
@QuarkusTest
class MergeTest extends LoyaltyTest {

  private UUID survivor;
  private UUID merged;
  private UUID program;

  @BeforeEach
  void two_records() {
    survivor = others.registeredCustomer();
    merged = others.registeredCustomer();
    program = Api.program();
  }

  @Test
  void the_membership_of_the_merged_one_moves_to_a_survivor_that_has_none() {
    UUID membership = Api.membership(merged, program);
    earn(merged, membership, 30);

    UUID merge = others.merged(survivor, merged);

    Api.read(membership)
        .then()
        .statusCode(200)
        .body("customerId", equalTo(survivor.toString()))
        .body("unitedInto", nullValue())
        .body("balance.active", equalTo(30));
    JsonPath effects = others.answer(merge, "merge.applied");
    assertThat(effects.getString("effects.memberships[0].outcome")).isEqualTo("MOVED");
    assertThat(effects.getLong("effects.memberships[0].points.active")).isEqualTo(30);
  }

  @Test
  void members_of_one_program_are_united_with_all_their_points() {
    UUID stays = Api.membership(survivor, program);
    UUID united = Api.membership(merged, program);
    earn(survivor, stays, 100);
    earn(merged, united, 30);

    UUID merge = others.merged(survivor, merged);

    Api.read(united)
        .then()
        .statusCode(200)
        .body("membershipId", equalTo(stays.toString()))
        .body("unitedInto", equalTo(stays.toString()))
        .body("customerId", equalTo(survivor.toString()))
        .body("balance.active", equalTo(130));
    Api.lots(stays).then().body("items.remaining", containsInAnyOrder(30, 0, 100));
    Api.entries(united).then().body("items.kind", contains("UNITED", "UNITED", "EARNED", "EARNED"));
    JsonPath effects = others.answer(merge, "merge.applied");
    assertThat(effects.getString("effects.memberships[0].outcome")).isEqualTo("UNITED");
    assertThat(effects.getUUID("effects.memberships[0].survivorMembership")).isEqualTo(stays);
    assertThat(effects.getLong("effects.memberships[0].points.active")).isEqualTo(30);
    assertThat(effects.getLong("effects.memberships[0].balanceAfter.active")).isEqualTo(130);
    await()
        .untilAsserted(
            () -> {
              assertThat(told("membership.united", merge)).isEqualTo(merged);
              assertThat(told("points.united", merge)).isEqualTo(survivor);
            });
  }

  @Test
  void both_cards_and_both_ids_find_the_one_membership() {
    UUID stays = Api.membership(survivor, program);
    UUID united = Api.membership(merged, program);
    String itsCard = Api.read(united).jsonPath().getString("card.number");
    String card = Api.read(stays).jsonPath().getString("card.number");
    others.merged(survivor, merged);

    find("card", itsCard).then().body("items.membershipId", contains(stays.toString()));
    find("card", card).then().body("items.membershipId", contains(stays.toString()));
    find("customerId", merged)
        .then()
        .body("items.membershipId", contains(stays.toString()))
        .body("items.mergedInto", contains(survivor.toString()));
    find("customerId", survivor)
        .then()
        .body("items.membershipId", contains(stays.toString()))
        .body("items[0].mergedInto", nullValue());
    Api.enrol(merged, program)
        .then()
        .statusCode(200)
        .body("membershipId", equalTo(stays.toString()))
        .body("mergedInto", equalTo(survivor.toString()));
  }

  @Test
  void whatever_is_read_under_a_retired_id_says_whose_it_is() {
    UUID stays = Api.membership(survivor, program);
    UUID united = Api.membership(merged, program);
    others.merged(survivor, merged);

    String memberships = "/v1/loyalty/memberships";
    saysWhose(memberships + "?customerId=%s&limit=2", merged, survivor);
    for (String path : List.of("/%s", "/%s/entries?limit=1", "/%s/lots")) {
      saysWhose(memberships + path, united, stays);
    }
    Api.with(Tokens.customer(others.registeredCustomer()))
        .get(memberships + "?customerId=" + merged)
        .then()
        .statusCode(200)
        .header("Content-Location", nullValue());
  }

  private static void saysWhose(String path, UUID asked, UUID answered) {
    Api.as("agent")
        .get(path.formatted(asked))
        .then()
        .statusCode(200)
        .header("Content-Location", path.formatted(answered));
    Api.as("agent")
        .get(path.formatted(answered))
        .then()
        .statusCode(200)
        .header("Content-Location", nullValue());
  }

  @Test
  void a_customer_sees_its_membership_with_a_token_of_either_record_and_no_other_one() {
    UUID stays = Api.membership(survivor, program);
    UUID united = Api.membership(merged, program);
    others.merged(survivor, merged);

    for (UUID record : new UUID[] {survivor, merged}) {
      Api.with(Tokens.customer(record))
          .get("/v1/loyalty/memberships/{id}", united)
          .then()
          .statusCode(200)
          .body("membershipId", equalTo(stays.toString()));
    }
    Api.with(Tokens.customer(others.registeredCustomer()))
        .get("/v1/loyalty/memberships/{id}", united)
        .then()
        .statusCode(404);
  }

  @Test
  void a_late_purchase_of_the_merged_record_earns_on_the_survivors_membership_under_its_key() {
    UUID stays = Api.membership(survivor, program);
    Api.membership(merged, program);
    others.merged(survivor, merged);
    Purchase late = purchase(line("HOME", 7, "1.00"));

    others.recorded(merged, late);

    await().untilAsserted(() -> assertThat(Api.active(stays)).isEqualTo(7));
    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("points.earned"))
                    .filteredOn(event -> event.json().contains(late.id().toString()))
                    .singleElement()
                    .satisfies(
                        event -> {
                          assertThat(event.key()).isEqualTo(survivor);
                          assertThat(event.json()).contains("\"cameFor\":\"" + merged + "\"");
                        }));
  }

  @Test
  void a_purchase_that_earned_before_the_merge_does_not_earn_again() {
    UUID stays = Api.membership(survivor, program);
    UUID united = Api.membership(merged, program);
    Purchase bought = purchase(line("HOME", 30, "1.00"));
    others.recorded(merged, bought);
    await().untilAsserted(() -> assertThat(Api.active(united)).isEqualTo(30));
    others.merged(survivor, merged);

    others.attributed(merged, bought);
    others.recorded(survivor, purchase(line("HOME", 1, "1.00")));

    await().untilAsserted(() -> assertThat(Api.active(stays)).isEqualTo(31));
  }

  @Test
  void a_return_takes_points_back_that_have_moved() {
    UUID stays = Api.membership(survivor, program);
    UUID united = Api.membership(merged, program);
    earn(survivor, stays, 100);
    Purchase bought = purchase(line("HOME", 30, "1.00"));
    others.recorded(merged, bought);
    await().untilAsserted(() -> assertThat(Api.active(united)).isEqualTo(30));
    others.merged(survivor, merged);

    others.returned(merged, new Back(bought, 1, 20));

    await().untilAsserted(() -> assertThat(Api.active(stays)).isEqualTo(110));
    Api.lots(stays).then().body("items.remaining", containsInAnyOrder(10, 0, 100));
  }

  @Test
  void a_redemption_from_before_the_merge_is_given_back_to_the_survivors_membership() {
    UUID stays = Api.membership(survivor, program);
    UUID united = Api.membership(merged, program);
    earn(merged, united, 30);
    UUID redemption = Api.redeem(united, 20).jsonPath().getUUID("redemptionId");
    others.merged(survivor, merged);

    Api.reverse(redemption, "{}").then().statusCode(200).body("balance.active", equalTo(30));

    assertThat(Api.active(stays)).isEqualTo(30);
    Api.read(stays).then().body("balance.spent", equalTo(0));
  }

  @Test
  void promised_points_of_the_merged_record_are_given_to_the_survivor() {
    UUID stays = Api.membership(survivor, program);
    others.merged(survivor, merged);

    others.promised(merged, 500);

    await().untilAsserted(() -> assertThat(Api.active(stays)).isEqualTo(500));
  }

  @Test
  void what_comes_before_the_merge_is_known_ends_as_what_comes_after_it() {
    UUID stays = Api.membership(survivor, program);
    UUID unknown = UUID.randomUUID();
    others.recorded(unknown, purchase(line("HOME", 3, "1.00")));
    await().untilAsserted(() -> assertThat(transactionsOf(unknown)).isEqualTo(1));
    others.merged(survivor, unknown);
    others.recorded(unknown, purchase(line("HOME", 4, "1.00")));

    await().untilAsserted(() -> assertThat(Api.active(stays)).isEqualTo(4));
    assertThat(transactionsOf(survivor)).isEqualTo(2);
    assertThat(transactionsOf(unknown)).isZero();
  }

  @Test
  void an_id_that_is_merged_before_it_is_registered_can_be_enrolled() {
    UUID unknown = UUID.randomUUID();
    others.merged(survivor, unknown);

    Api.enrol(unknown, program)
        .then()
        .statusCode(201)
        .body("customerId", equalTo(survivor.toString()))
        .body("mergedInto", equalTo(survivor.toString()));
  }

  @Test
  void the_same_merge_twice_has_its_effect_once() {
    UUID stays = Api.membership(survivor, program);
    UUID united = Api.membership(merged, program);
    earn(merged, united, 30);
    UUID merge = others.merged(survivor, merged);

    topics.publish(
        "crm.customer",
        OtherServices.MERGES,
        "customer.merged",
        OtherServices.mergedJson(merge, survivor, merged));
    others.merged(survivor, others.registeredCustomer());

    assertThat(Api.active(stays)).isEqualTo(30);
    Api.entries(stays).then().body("items.findAll { it.kind == 'UNITED' }", hasSize(2));
  }

  @Test
  void a_preview_says_what_would_be_and_changes_nothing() {
    UUID stays = Api.membership(survivor, program);
    UUID united = Api.membership(merged, program);
    UUID second = Api.program();
    UUID moving = Api.membership(merged, second);
    earn(survivor, stays, 100);
    others.recorded(merged, purchase(line("HOME", 30, "1.00")));
    await().untilAsserted(() -> assertThat(Api.active(moving)).isEqualTo(30));
    String before = rows();

    UUID proposal = others.mergeProposed(survivor, merged);

    JsonPath preview = others.answer(proposal, "merge.previewed");
    assertThat(preview.getList("effects.memberships.outcome", String.class))
        .containsExactly("UNITED", "MOVED");
    assertThat(preview.getList("effects.memberships.mergedMembership", String.class))
        .containsExactly(united.toString(), moving.toString());
    assertThat(preview.getList("effects.memberships.balanceAfter.active", Long.class))
        .containsExactly(130L, 30L);
    assertThat(rows()).isEqualTo(before);
  }

  private String rows() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT concat((SELECT count(*) FROM alias), ' ', (SELECT count(*) FROM entry),
                                  ' ', (SELECT string_agg(m::text, ' ' ORDER BY id)
                                          FROM membership m))
                    """)
                .mapTo(String.class)
                .one());
  }

  private long transactionsOf(UUID customer) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT count(*) FROM transaction WHERE customer_id = :id")
                .bind("id", customer)
                .mapTo(Long.class)
                .one());
  }

  private UUID told(String type, UUID merge) {
    return topics.published(type).stream()
        .filter(event -> event.json().contains(merge.toString()))
        .map(event -> event.key())
        .findFirst()
        .orElse(null);
  }

  private static io.restassured.response.Response find(String parameter, Object value) {
    return Api.as("agent").queryParam(parameter, value).get("/v1/loyalty/memberships");
  }

  private void earn(UUID record, UUID membership, int points) {
    long before = Api.active(membership);
    others.recorded(record, purchase(line("HOME", points, "1.00")));
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(before + points));
  }
}
