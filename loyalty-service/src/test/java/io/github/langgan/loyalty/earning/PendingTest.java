package io.github.langgan.loyalty.earning;

import static io.github.langgan.loyalty.testing.Purchases.at;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Points that wait two weeks, until the purchase can hardly come back any more. */
@QuarkusTest
class PendingTest extends LoyaltyTest {

  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  private UUID customer;
  private UUID membership;

  @BeforeEach
  void a_member_whose_points_wait() {
    customer = others.registeredCustomer();
    membership =
        Api.membership(
            customer,
            Api.program(
                """
                "timeZone":"Asia/Jakarta","activationDays":14,\
                "earningRule":{"expression":"transaction.total"}"""));
  }

  @Test
  void points_wait_to_the_end_of_the_last_day_and_then_are_active_without_anything_running() {
    Purchase bought = earn("10");

    Api.read(membership)
        .then()
        .body("balance.active", equalTo(0))
        .body("balance.pending", equalTo(10));
    Api.redeem(membership, 1).then().statusCode(409).body("available", equalTo(0));
    Instant active = firstDay().plusDays(14).atStartOfDay(JAKARTA).toInstant();
    Api.lots(membership).then().body("items[0].activeAt", equalTo(active.toString()));
    topics.published("points.earned").stream()
        .filter(event -> event.json().contains(bought.id().toString()))
        .forEach(
            event -> {
              assertThat(JsonPath.from(event.json()).getInt("balance.pending")).isEqualTo(10);
              assertThat(JsonPath.from(event.json()).getInt("balance.active")).isZero();
              assertThat(JsonPath.from(event.json()).getString("activeAt"))
                  .isEqualTo(active.toString());
            });

    clock.advance(Duration.between(clock.instant(), active));
    Api.read(membership)
        .then()
        .body("balance.active", equalTo(10))
        .body("balance.pending", equalTo(0));
    Api.redeem(membership, 10).then().statusCode(201).body("balance.active", equalTo(0));
    Api.as("agent")
        .get("/v1/loyalty/memberships/{id}/verification", membership)
        .then()
        .body("intact", equalTo(true));
  }

  @Test
  void a_purchase_of_long_ago_does_not_wait() {
    others.recorded(customer, purchase(line("HOME", 1, "10")));

    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(10));
    Api.lots(membership).then().body("items[0].activeAt", nullValue());
  }

  @Test
  void what_comes_back_is_taken_from_what_waits_and_what_is_spent_already_too() {
    Purchase old = purchase(line("HOME", 1, "10"));
    others.recorded(customer, old);
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(10));
    Purchase fresh = earn("20");
    Api.redeem(membership, 10).then().statusCode(201);

    others.returned(customer, new Back(old, 1, 1));
    await().untilAsserted(() -> pendingIs(10));
    others.returned(customer, new Back(fresh, 1, 1));

    await().untilAsserted(() -> pendingIs(0));
    Api.entries(membership).then().body("items.shortfall", contains(10, 0, 0, 0, 0));
  }

  @Test
  void what_waits_goes_with_a_merged_record_and_comes_back_with_it() {
    UUID survivor = others.registeredCustomer();
    UUID program = Api.read(membership).jsonPath().getUUID("programId");
    UUID other = Api.membership(survivor, program);
    earn("10");

    UUID merge = others.merged(survivor, customer);
    await()
        .untilAsserted(
            () ->
                Api.read(other)
                    .then()
                    .body("balance.active", equalTo(0))
                    .body("balance.pending", equalTo(10)));
    others.unmerged(merge, survivor, customer);

    await().untilAsserted(() -> pendingIs(10));
    Api.read(other).then().body("balance.pending", equalTo(0));
  }

  private Purchase earn(String pounds) {
    Purchase bought = at(clock.instant(), purchase(line("HOME", 1, pounds)));
    others.recorded(customer, bought);
    await().untilAsserted(() -> pendingIs(Integer.parseInt(pounds)));
    return bought;
  }

  private void pendingIs(int points) {
    Api.read(membership).then().body("balance.pending", equalTo(points));
  }

  private LocalDate firstDay() {
    return clock.instant().atZone(JAKARTA).toLocalDate();
  }
}
