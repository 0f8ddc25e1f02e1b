package io.github.langgan.loyalty.cards;

import static io.github.langgan.loyalty.testing.CardApi.activate;
import static io.github.langgan.loyalty.testing.CardApi.activeCard;
import static io.github.langgan.loyalty.testing.CardApi.block;
import static io.github.langgan.loyalty.testing.CardApi.card;
import static io.github.langgan.loyalty.testing.CardApi.cardsOf;
import static io.github.langgan.loyalty.testing.CardApi.createRange;
import static io.github.langgan.loyalty.testing.CardApi.issue;
import static io.github.langgan.loyalty.testing.CardApi.physicalRange;
import static io.github.langgan.loyalty.testing.CardApi.range;
import static io.github.langgan.loyalty.testing.CardApi.read;
import static io.github.langgan.loyalty.testing.CardApi.replace;
import static io.github.langgan.loyalty.testing.CardApi.unblock;
import static io.github.langgan.loyalty.testing.CardApi.unusedPrefix;
import static io.github.langgan.loyalty.testing.CardApi.withNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CardTest extends LoyaltyTest {

  private UUID customer;
  private UUID program;
  private UUID membership;
  private UUID plastic;

  @BeforeEach
  void a_member() {
    customer = others.registeredCustomer();
    program = Api.program();
    membership = Api.membership(customer, program);
    plastic = physicalRange(program);
  }

  @Test
  void a_physical_card_is_activated_before_it_is_used() {
    Response issued = issue(membership, "{\"rangeId\":\"%s\"}".formatted(plastic));

    issued
        .then()
        .statusCode(201)
        .header("Langgan-Position", startsWith("crm.loyalty/" + customer))
        .header("ETag", equalTo("\"1\""))
        .body("state", equalTo("INACTIVE"))
        .body("kind", equalTo("PHYSICAL"))
        .body("issue", equalTo(1))
        .body("membershipId", equalTo(membership.toString()))
        .body("activatedAt", nullValue())
        .body("expiresAt", notNullValue());
    UUID card = issued.jsonPath().getUUID("cardId");
    activate(card).then().statusCode(200).body("state", equalTo("ACTIVE"));
    Api.as("agent")
        .get(issued.header("Location"))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("history.act", contains("ISSUED", "ACTIVATED"));
    assertThat(told("card.issued", card).getString("person")).startsWith("ey");
    assertThat(told("card.activated", card).getInt("issue")).isEqualTo(1);
  }

  @Test
  void the_card_of_a_new_member_is_of_the_programs_first_range_and_can_be_used() {
    cardsOf(membership)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].number", equalTo(Api.read(membership).path("card.number")))
        .body("items[0].state", equalTo("ACTIVE"))
        .body("items[0].kind", equalTo("VIRTUAL"))
        .body("items[0].history.act", contains("ISSUED"));
    UUID card = UUID.fromString(cardsOf(membership).path("items[0].cardId"));
    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("membership.opened"))
                    .anyMatch(event -> event.json().contains("\"cardId\":\"" + card + "\"")));
  }

  @Test
  void a_membership_shows_its_first_card_whatever_others_it_has() {
    String first = Api.read(membership).path("card.number");
    UUID second = card(membership, plastic);

    Api.read(membership).then().statusCode(200).body("card.number", equalTo(first));
    Api.enrol(customer, program).then().statusCode(200).body("card.number", equalTo(first));
    cardsOf(membership).then().body("items[0].cardId", equalTo(second.toString()));
    String number = read(second).path("number");
    Api.as("agent")
        .get("/v1/loyalty/memberships?card=" + number)
        .then()
        .body("items.membershipId", contains(membership.toString()))
        .body("items[0].card.number", equalTo(first));
  }

  @Test
  void a_co_branded_card_says_whose_it_is() {
    UUID range =
        range(
            createRange(
                program,
                """
                {"name":"By a bank","prefix":"%s","kind":"VIRTUAL","partner":"a-bank"}"""
                    .formatted(unusedPrefix(9))));

    UUID card = card(membership, range);

    read(card).then().body("partner", equalTo("a-bank")).body("state", equalTo("ACTIVE"));
    assertThat(told("card.issued", card).getString("partner")).isEqualTo("a-bank");
    issue(membership, "{\"kind\":\"VIRTUAL\"}").then().body("partner", nullValue());
  }

  @Test
  void without_a_range_the_programs_usual_one_of_the_kind_is_taken() {
    issue(membership, "{\"kind\":\"PHYSICAL\"}")
        .then()
        .statusCode(201)
        .body("rangeId", equalTo(plastic.toString()));
    UUID bare = Api.membership(customer, Api.program());
    issue(bare, "{\"kind\":\"PHYSICAL\"}")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/kind"));
    issue(bare, "{\"rangeId\":\"%s\"}".formatted(plastic))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/rangeId"));
    issue(membership, "{\"rangeId\":\"%s\",\"kind\":\"VIRTUAL\"}".formatted(plastic))
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("other-kind"));
    issue(membership, "{}").then().statusCode(422).body("errors[0].pointer", equalTo("/rangeId"));
    issue(UuidV7.next(), "{\"kind\":\"VIRTUAL\"}").then().statusCode(404);
    cardsOf(bare).then().body("items", hasSize(1));
  }

  @Test
  void a_card_is_blocked_and_unblocked_with_its_reason_kept() {
    UUID card = activeCard(membership, plastic);

    Api.as("agent")
        .header("Idempotency-Key", UuidV7.next().toString())
        .body("{\"reason\":\"OTHER\",\"note\":\"Stripe scratched\"}")
        .post("/v1/loyalty/cards/{id}/block", card)
        .then()
        .statusCode(200)
        .body("state", equalTo("BLOCKED"))
        .body("blockReason", equalTo("OTHER"));
    unblock(card)
        .then()
        .statusCode(200)
        .body("state", equalTo("ACTIVE"))
        .body("blockReason", nullValue())
        .body("history.act", contains("ISSUED", "ACTIVATED", "BLOCKED", "UNBLOCKED"))
        .body("history[2].note", equalTo("Stripe scratched"));
    assertThat(told("card.blocked", card).getString("reason")).isEqualTo("OTHER");
    assertThat(told("card.blocked", card).getMap("")).doesNotContainKey("note");
    assertThat(told("card.unblocked", card).getString("state")).isEqualTo("ACTIVE");
  }

  @Test
  void what_the_state_of_a_card_does_not_allow_is_refused_and_changes_nothing() {
    UUID card = activeCard(membership, plastic);
    refused(activate(card), "ACTIVE");
    refused(unblock(card), "ACTIVE");
    refused(replace(card), "ACTIVE");
    block(card, "STOLEN").then().statusCode(200);
    String before = read(card).asString();

    refused(activate(card), "BLOCKED").then().body("blockReason", equalTo("STOLEN"));
    refused(unblock(card), "BLOCKED");
    refused(block(card, "LOST"), "BLOCKED");

    assertThat(read(card).asString()).isEqualTo(before);
    block(card, "GONE").then().statusCode(422);
    for (Response missing :
        List.of(
            activate(UuidV7.next()),
            block(UuidV7.next(), "LOST"),
            unblock(UuidV7.next()),
            replace(UuidV7.next()),
            read(UuidV7.next()))) {
      missing.then().statusCode(404);
    }
  }

  private static Response refused(Response answer, String state) {
    answer
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", endsWith("/problems/card-state"))
        .body("state", equalTo(state));
    return answer;
  }

  @Test
  void a_customer_blocks_its_own_card_that_is_lost_or_stolen_and_nothing_else() {
    UUID card = activeCard(membership, plastic);
    UUID other = others.registeredCustomer();

    block(as(other), card, "LOST").then().statusCode(404);
    block(as(customer), card, "FRAUD").then().statusCode(403);
    read(card).then().body("state", equalTo("ACTIVE"));
    block(as(customer), card, "LOST").then().statusCode(200).body("state", equalTo("BLOCKED"));
    as(customer).post("/v1/loyalty/cards/{id}/unblock", card).then().statusCode(403);
    as(customer).post("/v1/loyalty/cards/{id}/replacement", card).then().statusCode(403);
    as(customer).get("/v1/loyalty/cards/{id}", card).then().statusCode(200);
    as(other).get("/v1/loyalty/cards/{id}", card).then().statusCode(404);
    as(other).get("/v1/loyalty/cards/{id}/replacement", card).then().statusCode(404);
    as(other).get("/v1/loyalty/memberships/{id}/cards", membership).then().statusCode(404);
  }

  private static RequestSpecification as(UUID customer) {
    return Api.with(Tokens.customer(customer)).header("Idempotency-Key", UuidV7.next().toString());
  }

  @Test
  void a_card_is_found_by_its_number_in_whatever_state() {
    UUID card = activeCard(membership, plastic);
    block(card, "LOST");
    String number = read(card).path("number");

    withNumber(number)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].cardId", equalTo(card.toString()))
        .body("items[0].membershipId", equalTo(membership.toString()))
        .body("items[0].customerId", equalTo(customer.toString()))
        .body("items[0].state", equalTo("BLOCKED"))
        .body("items[0].blockReason", equalTo("LOST"));
    as(others.registeredCustomer())
        .get("/v1/loyalty/cards?number=" + number)
        .then()
        .statusCode(200)
        .body("items", empty());
    withNumber("4111111111111111").then().statusCode(200).body("items", empty());
    withNumber("4111111111111112").then().statusCode(400);
    Api.as("agent").get("/v1/loyalty/cards").then().statusCode(400);
  }

  @Test
  void the_same_key_issues_one_card_and_blocks_once() {
    String key = UuidV7.next().toString();
    String cards = "/v1/loyalty/memberships/" + membership + "/cards";

    String first = keyed(key, "{\"kind\":\"VIRTUAL\"}").post(cards).asString();
    String second = keyed(key, "{\"kind\":\"VIRTUAL\"}").post(cards).asString();

    assertThat(second).isEqualTo(first);
    cardsOf(membership).then().body("items", hasSize(2));
    String card = JsonPath.from(first).getString("cardId");
    String blocking = UuidV7.next().toString();
    for (int time = 0; time < 2; time++) {
      keyed(blocking, "{\"reason\":\"LOST\"}")
          .post("/v1/loyalty/cards/{id}/block", card)
          .then()
          .statusCode(200);
    }
    read(UUID.fromString(card)).then().body("history", hasSize(2));
  }

  private static RequestSpecification keyed(String key, String body) {
    return Api.as("agent").header("Idempotency-Key", key).body(body);
  }

  @Test
  void cards_are_listed_the_newest_first_page_by_page() {
    UUID second = card(membership, plastic);
    UUID third = card(membership, plastic);
    String path = "/v1/loyalty/memberships/" + membership + "/cards?limit=2";
    Response page = Api.as("agent").get(path);

    page.then().body("items.cardId", contains(third.toString(), second.toString()));
    Api.as("agent")
        .get(path + "&cursor=" + page.path("nextCursor"))
        .then()
        .body("items", hasSize(1))
        .body("items[0].kind", equalTo("VIRTUAL"))
        .body("nextCursor", nullValue());
  }

  @Test
  void a_card_whose_time_is_over_expires_once_and_is_replaced() {
    UUID card = activeCard(membership, plastic);
    clock.advance(Duration.ofDays(400));

    read(card).then().body("state", equalTo("EXPIRED"));
    await()
        .untilAsserted(
            () -> {
              clock.advance(Duration.ofMinutes(1));
              read(card).then().body("history.act", contains("ISSUED", "ACTIVATED", "EXPIRED"));
            });
    assertThat(told("card.expired", card).getInt("issue")).isEqualTo(1);
    refused(block(card, "LOST"), "EXPIRED");
    replace(card)
        .then()
        .statusCode(200)
        .body("reason", equalTo("EXPIRED"))
        .body("fee.amount", equalTo("5.00"))
        .body("card.state", equalTo("INACTIVE"))
        .body("card.issue", equalTo(2));
    activate(card).then().statusCode(200).body("state", equalTo("ACTIVE"));
    assertThat(events("card.expired", card)).hasSize(1);
  }

  private JsonPath told(String type, UUID card) {
    return JsonPath.from(
        await().until(() -> events(type, card), events -> events.size() == 1).getFirst());
  }

  private List<String> events(String type, UUID card) {
    return topics.published(type).stream()
        .filter(event -> event.key().equals(customer))
        .map(event -> event.json())
        .filter(json -> json.contains(card.toString()))
        .toList();
  }
}
