package io.github.langgan.loyalty.cards;

import static io.github.langgan.loyalty.testing.CardApi.activate;
import static io.github.langgan.loyalty.testing.CardApi.activeCard;
import static io.github.langgan.loyalty.testing.CardApi.block;
import static io.github.langgan.loyalty.testing.CardApi.physicalRange;
import static io.github.langgan.loyalty.testing.CardApi.quote;
import static io.github.langgan.loyalty.testing.CardApi.read;
import static io.github.langgan.loyalty.testing.CardApi.redeem;
import static io.github.langgan.loyalty.testing.CardApi.replace;
import static io.github.langgan.loyalty.testing.CardApi.unblock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A card is gone, its points are not. */
@QuarkusTest
class ReplacementTest extends LoyaltyTest {

  private UUID customer;
  private UUID membership;
  private UUID card;
  private String number;

  @BeforeEach
  void a_member_with_a_card_and_100_points() {
    customer = others.registeredCustomer();
    UUID program = Api.program();
    membership = Api.membership(customer, program);
    card = activeCard(membership, physicalRange(program));
    number = read(card).path("number");
    others.promised(customer, 100);
    await().until(() -> Api.active(membership) == 100);
  }

  @Test
  void a_lost_card_is_replaced_under_the_same_number_for_half_its_price() {
    block(card, "LOST").then().statusCode(200);
    quote(card)
        .then()
        .statusCode(200)
        .body("reason", equalTo("LOST"))
        .body("price.amount", equalTo("10.00"))
        .body("fee.amount", equalTo("5.00"))
        .body("fee.currency", equalTo("GBP"))
        .body("card", nullValue());
    read(card).then().body("issue", equalTo(1)).body("state", equalTo("BLOCKED"));

    replace(card)
        .then()
        .statusCode(200)
        .body("fee.amount", equalTo("5.00"))
        .body("waiver", nullValue())
        .body("card.number", equalTo(number))
        .body("card.issue", equalTo(2))
        .body("card.state", equalTo("INACTIVE"))
        .body("card.history.act", contains("ISSUED", "ACTIVATED", "BLOCKED", "REPLACED"))
        .body("card.history.issue", contains(1, 1, 1, 2))
        .body("card.history[3].fee.amount", equalTo("5.00"));

    activate(card).then().statusCode(200);
    assertThat(Api.active(membership)).isEqualTo(100);
    redeem(membership, 40, number).then().statusCode(201).body("balance.active", equalTo(60));
    JsonPath told = replaced();
    assertThat(told.getString("fee.amount")).isEqualTo("5.00");
    assertThat(told.getString("fee.currency")).isEqualTo("GBP");
    assertThat(told.getInt("issue")).isEqualTo(2);
    assertThat(told.getString("reason")).isEqualTo("LOST");
    assertThat(told.getMap("")).doesNotContainKeys("waiver", "cardNumber", "person");
  }

  @Test
  void a_reason_that_the_policy_names_makes_it_free() {
    block(card, "DAMAGED");

    replace(card)
        .then()
        .statusCode(200)
        .body("fee.amount", equalTo("0.00"))
        .body("waiver", equalTo("REASON"));
    assertThat(replaced().getString("waiver")).isEqualTo("REASON");
  }

  @Test
  void a_card_that_is_not_blocked_needs_no_replacement() {
    for (var answer : List.of(quote(card), replace(card))) {
      answer
          .then()
          .statusCode(409)
          .body("type", endsWith("/problems/card-state"))
          .body("state", equalTo("ACTIVE"));
    }
    read(card).then().body("issue", equalTo(1));
  }

  @Test
  void of_ten_replacements_at_once_one_is_made() throws Exception {
    block(card, "LOST");
    Tokens.of("agent");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> replacement = () -> replace(card).statusCode();
      List<Integer> statuses =
          threads.invokeAll(Collections.nCopies(10, replacement)).stream()
              .map(Future::resultNow)
              .toList();

      assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
    }
    read(card).then().body("issue", equalTo(2)).body("version", equalTo(4));
    assertThat(replaced().getInt("issue")).isEqualTo(2);
  }

  @Test
  void who_finds_a_blocked_card_spends_nothing_and_the_member_does_without_it() {
    for (String reason : List.of("CUSTOMER_REQUEST", "STOLEN")) {
      block(card, reason).then().statusCode(200);
      redeem(membership, 10, number)
          .then()
          .statusCode(409)
          .body("type", endsWith("/problems/card-not-active"))
          .body("state", equalTo("BLOCKED"));
    }
    assertThat(Api.active(membership)).isEqualTo(100);
    Api.redeem(membership, 10).then().statusCode(201).body("balance.active", equalTo(90));
    replace(card).then().statusCode(200);
    redeem(membership, 10, number).then().statusCode(409).body("state", equalTo("INACTIVE"));
    activate(card);
    redeem(membership, 10, number).then().statusCode(201).body("balance.active", equalTo(80));
  }

  @Test
  void who_presents_a_card_while_it_is_being_blocked_waits_and_spends_nothing() throws Exception {
    Tokens.of("agent");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> answer =
          jdbi.inTransaction(
              blocking -> {
                blocking.execute(
                    "UPDATE card SET state = 'BLOCKED', block_reason = 'LOST', version = 3 WHERE id = ?",
                    card);
                blocking.execute(
                    """
                    INSERT INTO card_act (card_id, number, act, issue, at, reason)
                    VALUES (?, 3, 'BLOCKED', 1, now(), 'LOST')
                    """,
                    card);
                Future<Integer> presented =
                    threads.submit(() -> redeem(membership, 10, number).statusCode());
                await().until(() -> someoneWaitsForTheCard());
                return presented;
              });

      assertThat(answer.get()).isEqualTo(409);
    }
    assertThat(Api.active(membership)).isEqualTo(100);
  }

  private boolean someoneWaitsForTheCard() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT count(*) > 0 FROM pg_stat_activity
                     WHERE wait_event_type = 'Lock' AND query LIKE '%FROM card c%FOR SHARE%'
                    """)
                .mapTo(Boolean.class)
                .one());
  }

  @Test
  void an_unblocked_card_can_be_presented_again() {
    block(card, "CUSTOMER_REQUEST");
    unblock(card).then().statusCode(200);

    redeem(membership, 10, number).then().statusCode(201);
  }

  @Test
  void a_card_of_another_member_or_of_nobody_spends_nothing() {
    UUID other = Api.membership(others.registeredCustomer(), Api.program());
    String others = Api.read(other).path("card.number");

    for (String presented : List.of(others, "4111111111111111")) {
      redeem(membership, 10, presented)
          .then()
          .statusCode(409)
          .body("type", endsWith("/problems/card-not-active"))
          .body("state", nullValue());
    }
    redeem(membership, 10, "4111").then().statusCode(422);
    assertThat(Api.active(membership)).isEqualTo(100);
  }

  @Test
  void purchases_of_a_member_whose_card_is_blocked_still_earn() {
    block(card, "STOLEN");

    others.recorded(
        customer,
        io.github.langgan.loyalty.testing.Purchases.purchase(
            io.github.langgan.loyalty.testing.Purchases.line("HOME", 7, "1.00")));

    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(107));
  }

  private JsonPath replaced() {
    return JsonPath.from(
        await()
            .until(
                () ->
                    topics.published("card.replaced").stream()
                        .filter(event -> event.json().contains(card.toString()))
                        .toList(),
                events -> events.size() == 1)
            .getFirst()
            .json());
  }
}
