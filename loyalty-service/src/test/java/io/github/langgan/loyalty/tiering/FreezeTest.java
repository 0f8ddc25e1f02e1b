package io.github.langgan.loyalty.tiering;

import static io.github.langgan.loyalty.testing.Purchases.at;
import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.OtherServices.Back;
import io.github.langgan.loyalty.testing.TierApi;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FreezeTest extends LoyaltyTest {

  private static final String ROLLING =
      """
      "basis":"POINTS","period":{"kind":"ROLLING","days":30},"validity":{"days":30}""";

  private UUID customer;

  private UUID member() {
    customer = others.registeredCustomer();
    UUID program = Api.program();
    TierApi.scheme(program, ROLLING);
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
  void while_a_complaint_is_open_no_tier_falls_and_rises_go_on() {
    UUID membership = member();
    buys(membership, 100);
    UUID complaint = others.complained(customer, clock.instant());

    clock.advance(Duration.ofDays(60));
    TierApi.tier(membership)
        .then()
        .body("code", equalTo("SILVER"))
        .body("until", nullValue())
        .body("frozen.reason", contains("COMPLAINT"))
        .body("frozen.id", contains(complaint.toString()));
    buys(membership, 300);
    assertThat(TierApi.code(membership)).isEqualTo("GOLD");
    clock.advance(Duration.ofDays(60));
    assertThat(TierApi.code(membership)).isEqualTo("GOLD");

    others.answered(complaint, customer, clock.instant());

    assertThat(TierApi.code(membership)).isEqualTo("BASIC");
    TierApi.changes(membership)
        .then()
        .body("items.to", contains("BASIC", "GOLD", "SILVER"))
        .body("items[0].reason", equalTo("FREEZE"))
        .body("items[0].cause", equalTo(complaint.toString()));
  }

  @Test
  void a_complaint_that_is_told_of_late_keeps_what_was_so_when_it_was_made() {
    UUID membership = member();
    buys(membership, 100);
    var complained = clock.instant().plus(Duration.ofDays(20));
    clock.advance(Duration.ofDays(40));
    assertThat(TierApi.code(membership)).isEqualTo("BASIC");

    UUID complaint = others.complained(customer, complained);
    assertThat(TierApi.code(membership)).isEqualTo("SILVER");

    others.answered(complaint, customer, clock.instant());
    assertThat(TierApi.code(membership)).isEqualTo("BASIC");
  }

  @Test
  void an_announced_return_keeps_the_tier_until_it_is_recorded() {
    UUID membership = member();
    Purchase bought = buys(membership, 100);
    TierApi.freeze(membership, clock.instant().plus(Duration.ofDays(100)))
        .then()
        .statusCode(201)
        .body("reason", equalTo("RETURN_PENDING"));
    clock.advance(Duration.ofDays(60));
    assertThat(TierApi.code(membership)).isEqualTo("SILVER");

    others.returned(customer, new Back(bought, 1, 1));

    await().untilAsserted(() -> assertThat(TierApi.code(membership)).isEqualTo("BASIC"));
  }

  @Test
  void a_return_during_a_complaint_takes_the_tier_when_that_is_answered() {
    UUID membership = member();
    Purchase bought = buys(membership, 100);
    UUID complaint = others.complained(customer, clock.instant());

    others.returned(customer, new Back(bought, 1, 50));
    await()
        .untilAsserted(() -> TierApi.tier(membership).then().body("counted.amount", equalTo("50")));
    assertThat(TierApi.code(membership)).isEqualTo("SILVER");

    others.answered(complaint, customer, clock.instant());
    assertThat(TierApi.code(membership)).isEqualTo("BASIC");
  }

  @Test
  void a_freeze_ends_by_its_time_and_by_staff() {
    UUID membership = member();
    buys(membership, 100);
    TierApi.freeze(membership, clock.instant().plus(Duration.ofDays(40))).then().statusCode(201);
    clock.advance(Duration.ofDays(35));
    assertThat(TierApi.code(membership)).isEqualTo("SILVER");
    clock.advance(Duration.ofDays(6));
    assertThat(TierApi.code(membership)).isEqualTo("BASIC");
    await()
        .untilAsserted(
            () -> TierApi.changes(membership).then().body("items.to", contains("BASIC", "SILVER")));

    buys(membership, 100);
    UUID freeze =
        TierApi.freeze(membership, clock.instant().plus(Duration.ofDays(90)))
            .then()
            .extract()
            .jsonPath()
            .getUUID("freezeId");
    clock.advance(Duration.ofDays(60));
    assertThat(TierApi.code(membership)).isEqualTo("SILVER");
    String path = "/v1/loyalty/memberships/{id}/tier-freezes/{freeze}";
    Api.as("agent").delete(path, membership, freeze).then().statusCode(204);
    assertThat(TierApi.code(membership)).isEqualTo("BASIC");
    Api.as("agent").delete(path, membership, freeze).then().statusCode(404);
  }

  @Test
  void staff_gives_a_level_for_a_time() {
    UUID membership = member();
    UUID grant =
        TierApi.grant(membership, "GOLD", clock.instant().plus(Duration.ofDays(10)))
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getUUID("grantId");
    TierApi.tier(membership)
        .then()
        .body("code", equalTo("GOLD"))
        .body("given.kind", equalTo("GRANT"))
        .body("given.reason", equalTo("PRESS"))
        .body("validUntil", nullValue());
    TierApi.changes(membership)
        .then()
        .body("items[0].reason", equalTo("GRANT"))
        .body("items[0].cause", equalTo(grant.toString()));
    clock.advance(Duration.ofDays(11));
    assertThat(TierApi.code(membership)).isEqualTo("BASIC");

    UUID second =
        TierApi.grant(membership, "SILVER", clock.instant().plus(Duration.ofDays(10)))
            .then()
            .extract()
            .jsonPath()
            .getUUID("grantId");
    Api.as("manager")
        .delete("/v1/loyalty/memberships/{id}/tier-grants/{grant}", membership, second)
        .then()
        .statusCode(204);
    assertThat(TierApi.code(membership)).isEqualTo("BASIC");
  }

  @Test
  void only_staff_intervenes_and_only_where_there_are_tiers() {
    UUID membership = member();
    var soon = clock.instant().plus(Duration.ofDays(1));
    TierApi.grant(membership, "PLATINUM", soon)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/level"));
    TierApi.freeze(membership, clock.instant().minus(Duration.ofDays(1)))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/until"));
    TierApi.freeze(UuidV7.next(), soon).then().statusCode(404);
    UUID without = Api.membership(customer, Api.program());
    TierApi.freeze(without, soon)
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/no-tiers"));
    TierApi.grant(without, "GOLD", soon).then().statusCode(409);
    assertThat(TierApi.code(membership)).isEqualTo("BASIC");
    String own = Tokens.customer(customer);
    Api.with(own).get("/v1/loyalty/memberships/{id}/tier", membership).then().statusCode(200);
    String other = Tokens.customer(UuidV7.next());
    Api.with(other).get("/v1/loyalty/memberships/{id}/tier", membership).then().statusCode(404);
    Api.with(other)
        .get("/v1/loyalty/memberships/{id}/tier-changes", membership)
        .then()
        .statusCode(404);
    Api.with(own)
        .header("Idempotency-Key", UuidV7.next().toString())
        .body("{\"reason\":\"RETURN_PENDING\",\"until\":\"%s\"}".formatted(soon))
        .post("/v1/loyalty/memberships/{id}/tier-freezes", membership)
        .then()
        .statusCode(403);
  }
}
