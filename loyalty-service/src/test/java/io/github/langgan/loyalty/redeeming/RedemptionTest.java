package io.github.langgan.loyalty.redeeming;

import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RedemptionTest extends LoyaltyTest {

  private UUID customer;
  private UUID membership;

  @BeforeEach
  void a_member() {
    customer = others.registeredCustomer();
    UUID program =
        Api.program(
            """
            "validity":{"days":30},"earningRule":{"expression":"transaction.total"}""");
    membership = Api.membership(customer, program);
  }

  @Test
  void points_are_spent_and_told() {
    earn(100);

    Response answer = Api.redeem(membership, 30);

    answer
        .then()
        .statusCode(201)
        .header("Location", containsString("/v1/loyalty/redemptions/"))
        .header("Langgan-Position", startsWith("crm.loyalty/" + customer))
        .body("points", equalTo(30))
        .body("balance.active", equalTo(70));
    Api.read(membership)
        .then()
        .body("balance.active", equalTo(70))
        .body("balance.spent", equalTo(30));
    String redemption = answer.jsonPath().getString("redemptionId");
    Api.as("agent")
        .get("/v1/loyalty/redemptions/{id}", redemption)
        .then()
        .statusCode(200)
        .body("points", equalTo(30))
        .body("reversed", equalTo(0));
    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("points.redeemed"))
                    .anyMatch(event -> event.json().contains(redemption)));
  }

  @Test
  void more_than_the_balance_is_refused_and_changes_nothing() {
    earn(20);

    Api.redeem(membership, 21)
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", endsWith("/problems/insufficient-points"))
        .body("available", equalTo(20));

    Api.entries(membership).then().body("items.kind", contains("EARNED"));
  }

  @Test
  void points_that_expire_soonest_go_first_and_expired_ones_not_at_all() {
    earn(10);
    clock.advance(Duration.ofDays(20));
    earn(20);

    Api.redeem(membership, 15).then().statusCode(201);
    Api.lots(membership).then().body("items.remaining", contains(15, 0));

    clock.advance(Duration.ofDays(40));
    Api.redeem(membership, 1).then().statusCode(409).body("available", equalTo(0));
  }

  @Test
  void the_same_key_spends_once() {
    earn(100);
    String key = UuidV7.next().toString();

    String first = Api.redeem(membership, 10, key).then().statusCode(201).extract().asString();
    String second = Api.redeem(membership, 10, key).then().statusCode(201).extract().asString();

    assertThat(second).isEqualTo(first);
    assertThat(Api.active(membership)).isEqualTo(90);
    Api.redeem(membership, 11, key).then().statusCode(422);
  }

  @Test
  void fifty_at_once_get_exactly_what_the_balance_pays_for() throws Exception {
    earn(220);
    Tokens.of("agent");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> redeem = () -> Api.redeem(membership, 10).statusCode();
      List<Future<Integer>> answers = threads.invokeAll(java.util.Collections.nCopies(50, redeem));

      List<Integer> statuses = answers.stream().map(Future::resultNow).sorted().toList();

      assertThat(statuses).filteredOn(status -> status == 201).hasSize(22);
      assertThat(statuses).filteredOn(status -> status == 409).hasSize(28);
    }
    assertThat(Api.active(membership)).isZero();
  }

  @Test
  void a_reversal_gives_points_back_to_the_lots_that_they_came_from() {
    earn(10);
    clock.advance(Duration.ofDays(2));
    earn(20);
    UUID redemption = Api.redeem(membership, 25).jsonPath().getUUID("redemptionId");

    Api.reverse(redemption, "{\"points\":16}")
        .then()
        .statusCode(200)
        .body("reversed", equalTo(16))
        .body("balance.active", equalTo(21));
    Api.lots(membership).then().body("items.remaining", contains(20, 1));
    Api.reverse(redemption, "{\"points\":10}")
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/redemption-not-reversible"))
        .body("reversible", equalTo(9));
    Api.reverse(redemption, "{}").then().statusCode(200).body("balance.active", equalTo(30));
    Api.lots(membership).then().body("items.redeemed", contains(0, 0));
    Api.reverse(redemption, "{}").then().statusCode(409).body("reversible", equalTo(0));
    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("points.redemption-reversed"))
                    .filteredOn(event -> event.json().contains(redemption.toString()))
                    .hasSize(2));
  }

  @Test
  void points_given_back_after_their_time_expire_again() {
    earn(10);
    UUID redemption = Api.redeem(membership, 10).jsonPath().getUUID("redemptionId");
    clock.advance(Duration.ofDays(40));

    Api.reverse(redemption, "{}").then().statusCode(200);

    await()
        .untilAsserted(
            () -> {
              clock.advance(Duration.ofMinutes(1));
              Api.read(membership)
                  .then()
                  .body("balance.active", equalTo(0))
                  .body("balance.expired", equalTo(10))
                  .body("balance.spent", equalTo(0));
            });
  }

  @Test
  void no_points_and_unknown_members_are_refused() {
    Api.redeem(membership, 0).then().statusCode(422).body("errors[0].pointer", equalTo("/points"));
    Api.redeem(membership, -5).then().statusCode(422);
    Api.redeem(UuidV7.next(), 5).then().statusCode(404);
    Api.reverse(UuidV7.next(), "{}").then().statusCode(404);
    Api.as("marketer")
        .header("Idempotency-Key", "k")
        .body("{\"points\":5}")
        .post("/v1/loyalty/memberships/{id}/redemptions", membership)
        .then()
        .statusCode(403);
  }

  private void earn(int points) {
    long before = Api.active(membership);
    others.recorded(customer, purchase(line("HOME", points, "1.00")));
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(before + points));
  }
}
