package io.github.langgan.loyalty.tiering;

import static io.github.langgan.loyalty.testing.Purchases.at;
import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.OtherServices.Back;
import io.github.langgan.loyalty.testing.TierApi;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TierTest extends LoyaltyTest {

  private static final String ROLLING =
      """
      "basis":"POINTS","period":{"kind":"ROLLING","days":30},"validity":{"days":30}""";

  private UUID customer;
  private UUID program;

  private UUID member(String scheme) {
    customer = others.registeredCustomer();
    program = Api.program();
    TierApi.scheme(program, scheme);
    return Api.membership(customer, program);
  }

  private Purchase buys(UUID membership, long pounds) {
    Purchase bought = at(clock.instant(), purchase(line("HOME", pounds, "1.00")));
    long before = Api.active(membership);
    others.recorded(customer, bought);
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(before + pounds));
    return bought;
  }

  @Test
  void a_member_rises_with_the_purchase_that_is_enough() {
    UUID membership = member(ROLLING);
    TierApi.tier(membership)
        .then()
        .statusCode(200)
        .body("code", equalTo("BASIC"))
        .body("next.code", equalTo("SILVER"))
        .body("next.missing", equalTo("100"))
        .body("until", nullValue());

    buys(membership, 60);
    TierApi.tier(membership)
        .then()
        .body("code", equalTo("BASIC"))
        .body("counted.amount", equalTo("60"))
        .body("next.missing", equalTo("40"));
    Purchase second = buys(membership, 40);

    TierApi.tier(membership)
        .then()
        .body("code", equalTo("SILVER"))
        .body("next.missing", equalTo("200"))
        .body("frozen", empty());
    Api.read(membership)
        .then()
        .body("tier.code", equalTo("SILVER"))
        .body("tier.name", equalTo("Silver"));
    TierApi.changes(membership)
        .then()
        .body("items.to", contains("SILVER", "BASIC"))
        .body("items[0].reason", equalTo("PURCHASE"))
        .body("items[0].cause", equalTo(second.id().toString()))
        .body("items[0].schemeVersion", equalTo(1));
    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("tier.changed"))
                    .filteredOn(event -> event.key().equals(customer))
                    .hasSize(2)
                    .last()
                    .satisfies(
                        event -> {
                          JsonPath json = JsonPath.from(event.json());
                          assertThat(json.getString("from")).isEqualTo("BASIC");
                          assertThat(json.getString("to")).isEqualTo("SILVER");
                        }));
  }

  @Test
  void a_tier_falls_when_its_validity_and_grace_are_over_and_that_is_told() {
    UUID membership =
        member(ROLLING + ",\"downgrade\":{\"graceDays\":10,\"steps\":\"TO_QUALIFIED\"}");
    buys(membership, 300);
    assertThat(TierApi.code(membership)).isEqualTo("GOLD");

    clock.advance(Duration.ofDays(39));
    assertThat(TierApi.code(membership)).isEqualTo("GOLD");
    clock.advance(Duration.ofDays(3));

    // the clock says it, whether anybody was told yet or not
    assertThat(TierApi.code(membership)).isEqualTo("BASIC");
    await()
        .untilAsserted(
            () ->
                TierApi.changes(membership)
                    .then()
                    .body("items[0].to", equalTo("BASIC"))
                    .body("items[0].reason", equalTo("CLOCK"))
                    .body("items[1].to", equalTo("GOLD")));
  }

  @Test
  void a_tier_falls_one_step_after_the_other_where_the_scheme_says_so() {
    UUID membership = member(ROLLING + ",\"downgrade\":{\"steps\":\"ONE_STEP\"}");
    buys(membership, 300);

    clock.advance(Duration.ofDays(32));
    assertThat(TierApi.code(membership)).isEqualTo("SILVER");
    clock.advance(Duration.ofDays(32));
    assertThat(TierApi.code(membership)).isEqualTo("BASIC");
  }

  @Test
  void what_comes_back_does_not_count_any_more() {
    UUID membership = member(ROLLING.replace("POINTS", "SPEND"));
    buys(membership, 90);
    Purchase second = buys(membership, 30);
    assertThat(TierApi.code(membership)).isEqualTo("SILVER");

    UUID back = others.returned(customer, new Back(second, 1, 21));

    await().untilAsserted(() -> assertThat(TierApi.code(membership)).isEqualTo("BASIC"));
    TierApi.tier(membership).then().body("counted.amount", equalTo("99"));
    await()
        .untilAsserted(
            () ->
                TierApi.changes(membership)
                    .then()
                    .body("items.to", contains("BASIC", "SILVER", "BASIC"))
                    .body("items[0].reason", equalTo("RETURN"))
                    .body("items[0].cause", equalTo(back.toString())));
  }

  @Test
  void a_return_takes_the_tier_after_days_of_grace_where_the_scheme_says_so() {
    UUID membership =
        member(ROLLING + ",\"downgrade\":{\"graceDays\":5,\"returns\":\"WITH_GRACE\"}");
    Purchase bought = buys(membership, 120);

    others.returned(customer, new Back(bought, 1, 60));
    await()
        .untilAsserted(() -> TierApi.tier(membership).then().body("counted.amount", equalTo("60")));
    TierApi.tier(membership)
        .then()
        .body("code", equalTo("SILVER"))
        .body("given.kind", equalTo("RETURNED"));

    clock.advance(Duration.ofDays(6));
    assertThat(TierApi.code(membership)).isEqualTo("BASIC");
  }

  @Test
  void members_have_tiers_from_the_schemes_time_on_and_what_they_bought_before_counts() {
    customer = others.registeredCustomer();
    program = Api.program();
    UUID membership = Api.membership(customer, program);
    buys(membership, 150);
    Api.read(membership).then().body("tier", nullValue());
    TierApi.tier(membership).then().statusCode(404);

    TierApi.scheme(
        program,
        ROLLING + ",\"effectiveFrom\":\"%s\"".formatted(clock.instant().plus(Duration.ofDays(1))));
    TierApi.tier(membership).then().statusCode(404);
    clock.advance(Duration.ofDays(2));

    assertThat(TierApi.code(membership)).isEqualTo("SILVER");
    await()
        .untilAsserted(
            () -> TierApi.changes(membership).then().body("items.reason", contains("SCHEME")));
  }

  @Test
  void a_scheme_that_nobody_can_follow_is_refused() {
    UUID any = Api.program();
    TierApi.write(any, "{%s,%s}".formatted(TierApi.LEVELS, ROLLING.replace("{\"days\":30}", "{}")))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/validity"));
    TierApi.write(any, "{%s,%s}".formatted(TierApi.LEVELS.replace("\"300\"", "\"100\""), ROLLING))
        .then()
        .statusCode(422)
        .body("type", endsWith("/problems/validation"))
        .body("errors[0].pointer", equalTo("/levels/2/from"));
    TierApi.write(any, "{%s,%s}".formatted(TierApi.LEVELS, ROLLING.replace("POINTS", "BALANCE")))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/period"));
    TierApi.write(
            any,
            "{%s,%s,\"effectiveFrom\":\"2020-01-01T00:00:00Z\"}".formatted(TierApi.LEVELS, ROLLING))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/effectiveFrom"));
    Api.as("agent")
        .get("/v1/loyalty/programs/{id}/tier-schemes", any)
        .then()
        .body("items", empty());
    Api.as("agent")
        .body("{%s,%s}".formatted(TierApi.LEVELS, ROLLING))
        .post("/v1/loyalty/programs/{id}/tier-schemes", any)
        .then()
        .statusCode(403);
  }

  @Test
  void by_balance_what_is_spent_lets_a_tier_fall_later_and_what_is_given_lifts_it_at_once() {
    UUID membership = member("\"basis\":\"BALANCE\",\"validity\":{\"days\":30}");
    Purchase bought = buys(membership, 120);
    assertThat(TierApi.code(membership)).isEqualTo("SILVER");
    clock.advance(Duration.ofDays(100));
    assertThat(TierApi.code(membership)).isEqualTo("SILVER");

    Api.redeem(membership, 70).then().statusCode(201);
    TierApi.tier(membership)
        .then()
        .body("code", equalTo("SILVER"))
        .body("counted.amount", equalTo("50"))
        .body("next.missing", equalTo("250"));
    clock.advance(Duration.ofDays(40));
    assertThat(TierApi.code(membership)).isEqualTo("BASIC");

    UUID compensation = others.promised(customer, 60);
    await().untilAsserted(() -> assertThat(TierApi.code(membership)).isEqualTo("SILVER"));
    await()
        .untilAsserted(
            () ->
                TierApi.changes(membership)
                    .then()
                    .body("items[0].reason", equalTo("POINTS"))
                    .body("items[0].cause", equalTo(compensation.toString())));

    others.returned(customer, new Back(bought, 1, 20));
    await().untilAsserted(() -> assertThat(TierApi.code(membership)).isEqualTo("BASIC"));
    TierApi.tier(membership).then().body("counted.amount", equalTo("90"));
  }
}
