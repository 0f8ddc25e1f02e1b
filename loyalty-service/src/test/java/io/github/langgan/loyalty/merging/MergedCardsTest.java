package io.github.langgan.loyalty.merging;

import static io.github.langgan.loyalty.testing.CardApi.activate;
import static io.github.langgan.loyalty.testing.CardApi.activeCard;
import static io.github.langgan.loyalty.testing.CardApi.block;
import static io.github.langgan.loyalty.testing.CardApi.card;
import static io.github.langgan.loyalty.testing.CardApi.cardsOf;
import static io.github.langgan.loyalty.testing.CardApi.physicalRange;
import static io.github.langgan.loyalty.testing.CardApi.read;
import static io.github.langgan.loyalty.testing.CardApi.redeem;
import static io.github.langgan.loyalty.testing.CardApi.replace;
import static io.github.langgan.loyalty.testing.CardApi.withNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cards stay with the membership that they were issued for, and open what that is united into. */
@QuarkusTest
class MergedCardsTest extends LoyaltyTest {

  private UUID survivor;
  private UUID merged;
  private UUID stays;
  private UUID united;
  private UUID range;
  private UUID card;
  private String number;

  @BeforeEach
  void two_members_of_a_program() {
    survivor = others.registeredCustomer();
    merged = others.registeredCustomer();
    UUID program = Api.program();
    stays = Api.membership(survivor, program);
    united = Api.membership(merged, program);
    range = physicalRange(program);
    card = activeCard(united, range);
    number = read(card).path("number");
    others.promised(survivor, 100);
    others.promised(merged, 30);
    await().until(() -> Api.active(stays) == 100 && Api.active(united) == 30);
  }

  @Test
  void a_card_of_the_united_one_opens_the_survivors_and_its_own_again() {
    UUID merge = others.merged(survivor, merged);

    withNumber(number)
        .then()
        .body("items[0].membershipId", equalTo(stays.toString()))
        .body("items[0].issuedFor", equalTo(united.toString()))
        .body("items[0].customerId", equalTo(survivor.toString()));
    cardsOf(stays).then().body("items", hasSize(3)).body("items.number", hasItems(number));
    cardsOf(united)
        .then()
        .header("Content-Location", "/v1/loyalty/memberships/" + stays + "/cards")
        .body("items", hasSize(3));
    redeem(stays, 120, number).then().statusCode(201).body("balance.active", equalTo(10));
    String ofSurvivor = Api.read(stays).path("card.number");
    redeem(united, 5, ofSurvivor).then().statusCode(201);

    others.unmerged(merge, survivor, merged);

    withNumber(number)
        .then()
        .body("items[0].membershipId", equalTo(united.toString()))
        .body("items[0].issuedFor", nullValue())
        .body("items[0].customerId", equalTo(merged.toString()));
    cardsOf(stays).then().body("items.number", not(hasItems(number))).body("items", hasSize(1));
    redeem(stays, 1, number).then().statusCode(409);
  }

  @Test
  void a_card_that_is_blocked_and_replaced_meanwhile_comes_back_so() {
    block(card, "CUSTOMER_REQUEST").then().statusCode(200);
    UUID merge = others.merged(survivor, merged);
    redeem(stays, 1, number).then().statusCode(409).body("state", equalTo("BLOCKED"));
    block(card, "LOST").then().statusCode(200);
    replace(card).then().statusCode(200).body("card.membershipId", equalTo(stays.toString()));
    activate(card).then().statusCode(200);
    redeem(stays, 1, number).then().statusCode(201);
    UUID another = card(united, range);

    others.unmerged(merge, survivor, merged);

    read(card)
        .then()
        .body("membershipId", equalTo(united.toString()))
        .body("state", equalTo("ACTIVE"))
        .body("issue", equalTo(2))
        .body(
            "history.act",
            contains("ISSUED", "ACTIVATED", "BLOCKED", "BLOCKED", "REPLACED", "ACTIVATED"));
    read(another).then().body("membershipId", equalTo(united.toString()));
    cardsOf(united).then().body("items", hasSize(3));
    redeem(united, 5, number).then().statusCode(201);
  }

  @Test
  void events_of_a_card_keep_the_key_of_the_record_that_its_membership_came_for() {
    others.merged(survivor, merged);

    block(card, "LOST").then().statusCode(200);
    UUID another = card(united, range);

    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("card.blocked"))
                    .filteredOn(event -> event.json().contains(card.toString()))
                    .singleElement()
                    .satisfies(event -> assertThat(event.key()).isEqualTo(merged)));
    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("card.issued"))
                    .filteredOn(event -> event.json().contains(another.toString()))
                    .singleElement()
                    .satisfies(event -> assertThat(event.key()).isEqualTo(merged)));
  }

  @Test
  void the_first_card_of_who_is_enrolled_under_a_retired_id_is_told_under_that_id() {
    others.merged(survivor, merged);

    UUID membership = Api.membership(merged, Api.program());

    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("membership.opened"))
                    .filteredOn(event -> event.json().contains(membership.toString()))
                    .singleElement()
                    .satisfies(event -> assertThat(event.key()).isEqualTo(merged)));
  }

  @Test
  void a_token_of_either_record_blocks_the_card() {
    others.merged(survivor, merged);

    for (UUID record : new UUID[] {survivor, merged}) {
      UUID another = activeCard(united, range);
      Api.with(Tokens.customer(record))
          .header("Idempotency-Key", UuidV7.next().toString())
          .body("{\"reason\":\"STOLEN\"}")
          .post("/v1/loyalty/cards/{id}/block", another)
          .then()
          .statusCode(200);
    }
  }
}
