package io.github.langgan.profile.overview;

import static io.github.langgan.profile.testing.Report.giveBack;
import static io.github.langgan.profile.testing.Report.purchase;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.profile.model.Customers;
import io.github.langgan.profile.testing.Elsewhere;
import io.github.langgan.profile.testing.Partner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OverviewTest {

  private final Partner partner = new Partner();
  private final String unique = UUID.randomUUID().toString().substring(0, 8);

  @Inject Elsewhere elsewhere;
  @Inject Customers customers;

  @Test
  void one_call_tells_all_that_is_known() {
    UUID siti =
        elsewhere
            .aCustomer()
            .email(unique + "@example.com")
            .phone("+628123456789")
            .identifier("acme", unique)
            .register();
    await().until(() -> customers.knows(siti));
    partner.pushed(purchase("A1").of(6, "CUP", "2.50").of(2, "PLATE", "9.00").by(siti));
    partner.pushed(giveBack("R1").ofPurchase("A1").of(5, "CUP", "2.50"));
    UUID membership = elsewhere.openMembership(siti, "62800000" + unique);
    elsewhere.earnPoints(membership, siti, 20, 20, "");
    UUID complaint = elsewhere.openCase(siti);
    UUID solved = elsewhere.openCase(siti);
    elsewhere.resolveCase(solved, siti);
    elsewhere.score(siti, 5, "20.50", "");

    await()
        .untilAsserted(
            () ->
                profile(siti)
                    .statusCode(200)
                    .body("profile.name.full", equalTo("Siti Rahma"))
                    .body("profile.birthDate", equalTo("1990-04-21"))
                    .body("contact.emails", contains(unique + "@example.com"))
                    .body("contact.phones", contains("+628123456789"))
                    .body("contact.identifiers.value", contains(unique))
                    .body("usage.purchases", equalTo(1), "usage.returns", equalTo(1))
                    .body("usage.spent", contains(Map.of("amount", "33.00", "currency", "GBP")))
                    .body("usage.returned", contains(Map.of("amount", "12.50", "currency", "GBP")))
                    .body("usage.lastPurchaseAt", equalTo("2026-01-05T03:00:00Z"))
                    .body("usage.favouriteProducts.product", contains("PLATE", "CUP"))
                    .body("usage.favouriteProducts.quantity", contains(2, 1))
                    .body("membership.items.membershipId", contains(membership.toString()))
                    .body("balance.items.active", contains(20))
                    .body("openCases.items.caseId", contains(complaint.toString()))
                    .body("rfm.recency", equalTo(5))
                    .body("rfm.revenue[0].amount", equalTo("20.50"))
                    .body(
                        "timeline.items.type",
                        hasItems(
                            "transaction.purchase",
                            "transaction.return",
                            "points.earned",
                            "membership.opened",
                            "case.opened",
                            "case.resolved"))
                    .body(
                        "values().findAll { it instanceof Map }.freshness.asOf",
                        everyItem(notNullValue()))
                    .body(
                        "values().findAll { it instanceof Map }.freshness.lagMillis",
                        everyItem(notNullValue())));
  }

  @Test
  void points_owed_are_shown_until_they_are_paid() {
    UUID siti = known(elsewhere.aCustomer());
    UUID membership = elsewhere.openMembership(siti, "62800000" + unique);

    elsewhere.owePoints(membership, siti, 70);
    await().untilAsserted(() -> profile(siti).body("balance.items.debt", contains(70)));

    elsewhere.earnPoints(membership, siti, 90, 20, "");
    await().untilAsserted(() -> profile(siti).body("balance.items.active", contains(20)));
    profile(siti).body("balance.items.debt", contains(0));
  }

  @Test
  void the_tier_is_what_it_changed_to_last_and_the_history_tells_each_change() {
    UUID siti = known(elsewhere.aCustomer());
    UUID membership = elsewhere.openMembership(siti, "62800000" + unique);
    await().untilAsserted(() -> profile(siti).body("membership.items", hasSize(1)));
    profile(siti).body("membership.items[0].tier", nullValue());

    elsewhere.changeTier(membership, siti, "SILVER", "2026-02-01T00:00:00Z");
    elsewhere.changeTier(membership, siti, "GOLD", "2026-03-01T00:00:00Z");

    await()
        .untilAsserted(
            () ->
                profile(siti)
                    .body("membership.items[0].tier.code", equalTo("GOLD"))
                    .body("membership.items[0].tier.since", equalTo("2026-03-01T00:00:00Z"))
                    .body(
                        "timeline.items.findAll { it.type == 'tier.changed' }.details.to",
                        contains("GOLD", "SILVER")));
    profile(siti).body("balance.items.active", contains(0));
  }

  @Test
  void a_customer_of_whom_only_the_registration_is_known_has_empty_sections() {
    UUID siti = known(elsewhere.aCustomer());

    profile(siti)
        .body("usage.purchases", equalTo(0))
        .body("membership.items", hasSize(0))
        .body("openCases.items", hasSize(0))
        .body("rfm.recency", nullValue());
  }

  @Test
  void nobody_sees_a_customer_that_is_unknown() {
    profile(UUID.randomUUID()).statusCode(404);
  }

  @Test
  void a_customer_sees_itself_and_nobody_else() {
    UUID siti = known(elsewhere.aCustomer());
    UUID budi = known(elsewhere.aCustomer());
    String token = Tokens.customer(siti);

    given().auth().oauth2(token).get("/v1/profiles/{id}", siti).then().statusCode(200);
    given().auth().oauth2(token).get("/v1/profiles/{id}", budi).then().statusCode(404);
  }

  @Test
  void a_read_waits_for_what_the_write_led_to_elsewhere() {
    UUID siti = known(elsewhere.aCustomer());
    UUID membership = elsewhere.openMembership(siti, "62800000" + unique);
    await().untilAsserted(() -> profile(siti).body("membership.items", hasSize(1)));
    String position =
        partner
            .push(purchase("A1").of(2, "CUP", "10.00").by(siti))
            .extract()
            .header("Langgan-Position");

    CompletableFuture<Void> others =
        CompletableFuture.runAsync(
            () -> {
              elsewhere.earnPoints(membership, siti, 20, 20, position);
              elsewhere.score(siti, 5, "20.00", position);
            },
            CompletableFuture.delayedExecutor(500, java.util.concurrent.TimeUnit.MILLISECONDS));

    after(position, 10)
        .get("/v1/profiles/{id}", siti)
        .then()
        .body("usage.purchases", equalTo(1))
        .body("balance.items.active", contains(20))
        .body("balance.stale", equalTo(false))
        .body("rfm.revenue[0].amount", equalTo("20.00"))
        .body("rfm.stale", equalTo(false));
    others.join();
  }

  @Test
  void what_does_not_come_in_time_is_marked_stale() {
    UUID siti = known(elsewhere.aCustomer());
    String position =
        partner
            .push(purchase("A1").of(2, "CUP", "10.00").by(siti))
            .extract()
            .header("Langgan-Position");

    after(position, 1)
        .get("/v1/profiles/{id}", siti)
        .then()
        .statusCode(200)
        .body("usage.purchases", equalTo(1))
        .body("rfm.stale", equalTo(true))
        .body("balance.stale", equalTo(false))
        .body("contact.stale", equalTo(false));
  }

  private static RequestSpecification after(String position, int seconds) {
    return given()
        .auth()
        .oauth2(Tokens.of("agent"))
        .header("Langgan-Position", position)
        .header("Prefer", "wait=" + seconds);
  }

  private static ValidatableResponse profile(UUID customerId) {
    return given().auth().oauth2(Tokens.of("agent")).get("/v1/profiles/{id}", customerId).then();
  }

  private UUID known(Elsewhere.Customer customer) {
    customer.register();
    await().until(() -> customers.knows(customer.id()));
    return customer.id();
  }
}
