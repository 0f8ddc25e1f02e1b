package io.github.langgan.customer.upkeep.inactivity;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.testing.Body;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who does something is listed, and whoever was archived comes back. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class SignsOfLifeTest extends InactivityTestBase {

  @Test
  void who_does_something_again_is_listed_at_once() {
    state(24).then().statusCode(200);
    run();
    shop.get(siti).then().body("archivedAt", notNullValue());

    bought(siti, clock.instant());

    await().untilAsserted(() -> shop.get(siti).then().body("archivedAt", nullValue()));
    published("customer.reactivated", siti);
    run();
    shop.get(siti).then().body("archivedAt", nullValue());
  }

  @Test
  void what_was_done_before_and_told_late_counts_with_the_next_run() {
    state(24).then().statusCode(200);
    run();
    bought(siti, clock.instant().minus(Duration.ofDays(30)));
    await().until(() -> lastActive(siti).isAfter(clock.instant().minus(Duration.ofDays(31))));
    shop.get(siti).then().body("archivedAt", notNullValue());

    run();

    shop.get(siti).then().body("archivedAt", nullValue());
  }

  @Test
  void every_sign_of_life_keeps_somebody_listed() {
    String bought = longAway();
    String called = longAway();
    String complained = longAway();
    String redeemed = longAway();
    String consented = longAway();
    String corrected = longAway();
    Body known = known("Someone");
    String filledIn = shop.registered(known);
    seenLast(filledIn, LONG);
    bought(bought, clock.instant());
    told("crm.profile", "interaction.recorded", called, "\"occurredAt\":\"%s\"");
    told("crm.complaint", "case.opened", complained, "\"openedAt\":\"%s\"");
    told("crm.loyalty", "points.redeemed", redeemed, "\"at\":\"%s\"");
    objected(consented);
    shop.patch(corrected, 1, "{\"language\":\"id\"}").then().statusCode(200);
    filledIn(known);
    for (String id : List.of(bought, called, complained, redeemed, consented)) {
      await().until(() -> lastActive(id).isAfter(clock.instant().minus(Duration.ofDays(1))));
    }
    state(24).then().statusCode(200);

    run();

    shop.call()
        .get("/v1/customers")
        .then()
        .body(
            "items.customerId",
            contains(filledIn, corrected, consented, redeemed, complained, called, bought));
  }

  @Test
  void a_sign_of_life_of_a_merged_record_counts_for_its_survivor() {
    String other = longAway();
    AGENT.merged(siti, other);
    seenLast(siti, LONG);
    seenLast(other, LONG);
    state(24).then().statusCode(200);
    run();
    shop.get(siti).then().body("archivedAt", notNullValue());

    bought(other, clock.instant());

    await().untilAsserted(() -> shop.get(siti).then().body("archivedAt", nullValue()));
    run();
    shop.get(siti).then().body("archivedAt", nullValue());
  }

  private void told(String topic, String type, String customer, String time) {
    topics.publish(
        topic,
        UUID.fromString(customer),
        type,
        ("{\"customerId\":\"" + customer + "\"," + time + "}").formatted(clock.instant()));
  }

  /** A form that says nothing new. */
  private void filledIn(Body customer) {
    shop.call()
        .contentType(ContentType.JSON)
        .body(
            """
            {"externalId":"1","receivedAt":"%s","customer":%s,"webForm":{"page":"/contact"}}
            """
                .formatted(clock.instant(), customer.json()))
        .post("/v1/intakes/web-forms")
        .then()
        .statusCode(201)
        .body("outcome", equalTo("UNCHANGED"));
  }

  private static void objected(String customer) {
    AGENT
        .call()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body("{\"kind\":\"OBJECTED\",\"proof\":{\"method\":\"CALL\",\"reference\":\"call 118\"}}")
        .post("/v1/customers/{id}/consent-acts", customer)
        .then()
        .statusCode(201);
  }

  private Instant lastActive(String customer) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT last_at FROM customer_last_activity WHERE customer_id = :id")
                .bind("id", UUID.fromString(customer))
                .mapTo(Instant.class)
                .one());
  }
}
