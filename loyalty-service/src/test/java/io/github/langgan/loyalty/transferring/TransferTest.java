package io.github.langgan.loyalty.transferring;

import static io.github.langgan.loyalty.testing.Purchases.at;
import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static io.github.langgan.loyalty.testing.TransferApi.allow;
import static io.github.langgan.loyalty.testing.TransferApi.give;
import static io.github.langgan.loyalty.testing.TransferApi.transfers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.Member;
import io.github.langgan.loyalty.testing.OtherServices.Back;
import io.github.langgan.loyalty.testing.TierApi;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TransferTest extends LoyaltyTest {

  @Test
  void points_go_to_the_other_member_and_both_are_told() {
    Member giver = Member.with(others, 100);
    Member recipient = giver.other();
    allow(giver.program(), "");

    Response answer = give(giver.membership(), recipient.membership(), 30);

    answer
        .then()
        .statusCode(201)
        .header("Langgan-Position", startsWith("crm.loyalty/" + giver.customer()))
        .body("direction", equalTo("GIVEN"))
        .body("points", equalTo(30))
        .body("otherMembershipId", equalTo(recipient.membership().toString()))
        .body("balance.active", equalTo(70));
    assertThat(giver.active()).isEqualTo(70);
    assertThat(recipient.active()).isEqualTo(30);
    String id = answer.jsonPath().getString("transferId");
    Api.entries(giver.membership())
        .then()
        .body("items.kind", contains("TRANSFERRED", "EARNED"))
        .body("items[0].points", equalTo(-30))
        .body("items[0].transferId", equalTo(id));
    Api.entries(recipient.membership())
        .then()
        .body("items.kind", contains("TRANSFERRED"))
        .body("items[0].points", equalTo(30))
        .body("items[0].transferId", equalTo(id));
    transfers(giver.membership()).then().body("items.direction", contains("GIVEN"));
    transfers(recipient.membership())
        .then()
        .body("items.direction", contains("RECEIVED"))
        .body("items.transferId", contains(id))
        .body("items.otherMembershipId", contains(giver.membership().toString()));
    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("points.transferred"))
                    .filteredOn(event -> event.json().contains(id))
                    .hasSize(2));
    giver.chainHolds();
    recipient.chainHolds();
  }

  @Test
  void lots_keep_their_time_and_purchase_and_the_soonest_to_expire_go_first() {
    Member giver = Member.of(others, "\"validity\":{\"days\":30},");
    Member recipient = giver.other();
    allow(giver.program(), "");
    giver.earn(10);
    clock.advance(Duration.ofDays(5));
    giver.earn(20);
    var soonest = Api.lots(giver.membership()).jsonPath().getMap("items[1]");

    give(giver.membership(), recipient.membership(), 15).then().statusCode(201);

    var lots = Api.lots(recipient.membership());
    lots.then()
        .body("items.remaining", contains(5, 10))
        .body("items[1].transactionId", equalTo(soonest.get("transactionId")))
        .body("items[1].earnedAt", equalTo(soonest.get("earnedAt")))
        .body("items[1].expiresAt", equalTo(soonest.get("expiresAt")));
    Api.lots(giver.membership())
        .then()
        .body("items.remaining", contains(15, 0))
        .body("items.moved", contains(5, 10));
  }

  @Test
  void nothing_goes_where_the_program_does_not_allow_it() {
    Member giver = Member.with(others, 10);
    Member recipient = giver.other();

    refused(give(giver.membership(), recipient.membership(), 5), 409, "transfers-not-allowed");

    assertThat(giver.active()).isEqualTo(10);
    transfers(giver.membership()).then().statusCode(200).body("items", hasSize(0));
  }

  @Test
  void more_than_can_be_spent_is_refused_and_changes_nothing() {
    Member giver = Member.of(others, "\"activationDays\":7,");
    Member recipient = giver.other();
    allow(giver.program(), "");
    others.recorded(giver.customer(), at(clock.instant(), purchase(line("HOME", 10, "1.00"))));
    await()
        .untilAsserted(
            () -> Api.read(giver.membership()).then().body("balance.pending", equalTo(10)));

    refused(give(giver.membership(), recipient.membership(), 1), 409, "insufficient-points")
        .then()
        .body("available", equalTo(0));
    Api.entries(recipient.membership()).then().body("items", hasSize(0));
  }

  @Test
  void only_another_member_of_the_program_can_receive() {
    Member giver = Member.with(others, 10);
    Member stranger = Member.of(others, "");
    allow(giver.program(), "");

    String missing =
        refused(give(giver.membership(), UuidV7.next(), 5), 404, "unknown-recipient")
            .jsonPath()
            .getString("detail");
    refused(give(giver.membership(), stranger.membership(), 5), 404, "unknown-recipient")
        .then()
        .body("detail", equalTo(missing));
    refused(give(giver.membership(), giver.membership(), 5), 409, "own-membership");
    give(UuidV7.next(), giver.membership(), 5).then().statusCode(404);
    give(giver.membership(), stranger.membership(), 0)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/points"));
    give(giver.membership(), stranger.membership(), -3).then().statusCode(422);
    Api.as("agent")
        .header("Idempotency-Key", UuidV7.next().toString())
        .body("{\"points\":3}")
        .post("/v1/loyalty/memberships/{id}/transfers", giver.membership())
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/to"));
    assertThat(giver.active()).isEqualTo(10);
  }

  @Test
  void a_customer_gives_of_its_own_only_and_learns_nothing_of_others() {
    Member giver = Member.with(others, 10);
    Member recipient = giver.other();
    allow(giver.program(), "");
    String own = Tokens.customer(giver.customer());

    give(own, recipient.membership(), giver.membership(), 1).then().statusCode(404);
    give(own, giver.membership(), recipient.membership(), 4).then().statusCode(201);
    Api.with(own)
        .get("/v1/loyalty/memberships/{id}/transfers", recipient.membership())
        .then()
        .statusCode(404);
    Api.with(own)
        .get("/v1/loyalty/memberships/{id}/transfers", giver.membership())
        .then()
        .statusCode(200)
        .body("items.points", contains(4));
    give(Tokens.of("analyst"), giver.membership(), recipient.membership(), 1)
        .then()
        .statusCode(403);
  }

  @Test
  void the_same_key_gives_once() {
    Member giver = Member.with(others, 10);
    Member recipient = giver.other();
    allow(giver.program(), "");
    String key = UuidV7.next().toString();
    String agent = Tokens.of("agent");

    String first = give(agent, giver.membership(), recipient.membership(), 4, key).asString();
    String again = give(agent, giver.membership(), recipient.membership(), 4, key).asString();

    assertThat(again).isEqualTo(first);
    assertThat(recipient.active()).isEqualTo(4);
  }

  @Test
  void fifty_at_once_to_and_fro_neither_lose_nor_make_a_point() throws Exception {
    Member one = Member.with(others, 100);
    Member two = one.other();
    Member three = one.other();
    two.earn(100);
    allow(one.program(), "");
    Tokens.of("agent");
    List<UUID> members = List.of(one.membership(), two.membership(), three.membership());
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      UUID from = members.get(i % 3);
      UUID to = members.get((i + 1 + i / 3 % 2) % 3);
      calls.add(() -> give(from, to, 9).statusCode());
    }

    List<Integer> statuses;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      statuses = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    }

    assertThat(statuses).allMatch(status -> status == 201 || status == 409).contains(201);
    assertThat(one.active() + two.active() + three.active()).isEqualTo(200);
    List.of(one, two, three).forEach(Member::chainHolds);
  }

  @Test
  void a_return_claims_from_who_bought_and_leaves_what_was_given_away() {
    Member giver = Member.of(others, "");
    Member recipient = giver.other();
    allow(giver.program(), "");
    Purchase bought = purchase(line("HOME", 4, "25.00"));
    others.recorded(giver.customer(), bought);
    await().until(() -> giver.active() == 100);
    give(giver.membership(), recipient.membership(), 70).then().statusCode(201);

    UUID back = others.returned(giver.customer(), new Back(bought, 1, 2));

    await()
        .untilAsserted(
            () ->
                Api.as("agent")
                    .get("/v1/loyalty/returns/{id}", back)
                    .then()
                    .statusCode(200)
                    .body("effects.effect", contains("POINTS_TAKEN_BACK", "POINTS_GONE"))
                    .body("effects.points", contains(30, 20)));
    assertThat(recipient.active()).isEqualTo(70);
    give(recipient.membership(), giver.membership(), 60).then().statusCode(201);
    others.returned(giver.customer(), new Back(bought, 1, 2));
    await().untilAsserted(() -> assertThat(giver.active()).isEqualTo(10));
    giver.chainHolds();
    recipient.chainHolds();
  }

  @Test
  void a_return_takes_first_what_came_back_of_its_own_purchase() {
    Member giver = Member.of(others, "");
    Member recipient = giver.other();
    allow(giver.program(), "");
    Purchase bought = purchase(line("HOME", 4, "25.00"));
    others.recorded(giver.customer(), bought);
    await().until(() -> giver.active() == 100);
    give(giver.membership(), recipient.membership(), 100).then().statusCode(201);
    giver.earn(50);
    give(recipient.membership(), giver.membership(), 60).then().statusCode(201);

    others.returned(giver.customer(), new Back(bought, 1, 2));

    await().untilAsserted(() -> assertThat(giver.active()).isEqualTo(60));
    Api.lots(giver.membership()).then().body("items.remaining", contains(10, 50, 0));
  }

  @Test
  void what_is_owed_does_not_change() {
    Member giver = Member.with(others, 100);
    Member recipient = giver.other();
    allow(giver.program(), "");
    give(giver.membership(), recipient.membership(), 70).then().statusCode(201);

    Api.as("manager")
        .get("/v1/loyalty/programs/{id}/liability", giver.program())
        .then()
        .statusCode(200)
        .body("reconciliation.agrees", equalTo(true))
        .body("owed.points", equalTo(100))
        .body("periods[-1].issued", equalTo(100))
        .body("periods[-1].redeemed", equalTo(0));
  }

  @Test
  void a_balance_that_is_given_counts_for_the_recipients_tier() {
    Member giver = Member.of(others, "");
    TierApi.scheme(giver.program(), "\"basis\":\"BALANCE\",\"validity\":{\"days\":30}");
    Member recipient = giver.other();
    giver.earn(100);
    allow(giver.program(), "");
    assertThat(TierApi.code(recipient.membership())).isEqualTo("BASIC");

    give(giver.membership(), recipient.membership(), 100).then().statusCode(201);

    assertThat(TierApi.code(recipient.membership())).isEqualTo("SILVER");
    TierApi.changes(recipient.membership())
        .then()
        .body("items[0].to", equalTo("SILVER"))
        .body("items[0].reason", equalTo("POINTS"));
  }

  private static Response refused(Response answer, int status, String problem) {
    answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", endsWith("/problems/" + problem));
    return answer;
  }
}
