package io.github.langgan.customer.upkeep.inactivity;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.duework.RecurringWork.Next;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who does nothing for long is archived, and comes back with the next sign of life. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class InactivityTest {

  private static final CustomerApi MANAGER = new CustomerApi(Tokens.of("manager"));
  private static final Duration LONG = Duration.ofDays(800);

  @Inject ArchiveInactive archive;
  @Inject TestTopics topics;
  @Inject Clock clock;
  @Inject Jdbi jdbi;

  private String partner;
  private CustomerApi shop;
  private String phone;
  private String name;
  private String siti;

  @BeforeEach
  void somebody_was_last_seen_long_ago() {
    partner = Body.uniqueWord();
    shop = new CustomerApi(Tokens.partner(partner));
    phone = Body.uniquePhone();
    name = Body.uniqueWord();
    siti = shop.registered(known(name).phone(phone));
    seenLast(siti, LONG);
    notedFor(Duration.ofDays(5000));
  }

  @AfterEach
  void no_rule_is_left() {
    jdbi.useHandle(
        handle -> {
          handle.execute("DELETE FROM inactivity_rule");
          handle.execute("DELETE FROM customer_archive");
        });
    notedFor(Duration.ZERO);
  }

  @Test
  void who_did_nothing_for_long_is_left_out_of_lists_and_found_by_whoever_looks() {
    String budi = shop.registered(known("Budi"));
    state(24).then().statusCode(200).body("code", equalTo(code()));

    run();

    shop.call().get("/v1/customers").then().body("items.customerId", contains(budi));
    shop.call()
        .accept("text/csv")
        .get("/v1/customers/export")
        .then()
        .statusCode(200)
        .body(not(containsString(siti)))
        .body(containsString(budi));
    shop.call()
        .queryParam("archived", "ONLY")
        .get("/v1/customers")
        .then()
        .body("items.customerId", contains(siti));
    shop.call()
        .queryParam("archived", "INCLUDED")
        .get("/v1/customers")
        .then()
        .body("items.customerId", contains(budi, siti));
    shop.find("phone", phone).then().body("items.customerId", contains(siti));
    shop.find("name", name).then().body("items.customerId", contains(siti));
    shop.call()
        .queryParam("name", name)
        .queryParam("archived", "EXCLUDED")
        .get("/v1/customers")
        .then()
        .body("items", empty());
    shop.get(siti).then().body("archivedAt", notNullValue());
    shop.get(budi).then().body("archivedAt", nullValue());
    TestTopics.Seen told = published("customer.archived", siti);
    assertThat(told.json()).contains("\"rule\":\"" + code() + "\"", "\"lastActiveAt\"");
  }

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

  @Test
  void a_preview_says_what_would_be_and_changes_nothing() {
    longAway();
    preview(24)
        .then()
        .statusCode(200)
        .body("wouldArchive", equalTo(2))
        .body("wouldReactivate", equalTo(0))
        .body("longestInactive.customerId", hasItem(siti))
        .body("longestInactive[0].rule", equalTo(code()));
    shop.get(siti).then().body("archivedAt", nullValue());
    MANAGER.call().get("/v1/inactivity-rules").then().body("items.code", not(hasItem(code())));

    state(24).then().statusCode(200);
    run();
    preview(36).then().body("wouldArchive", equalTo(0)).body("wouldReactivate", equalTo(2));
  }

  @Test
  void a_rule_that_is_withdrawn_or_longer_gives_back_whom_it_archived() {
    state(24).then().statusCode(200);
    run();
    state(36).then().statusCode(200);
    run();
    shop.get(siti).then().body("archivedAt", nullValue());

    state(24).then().statusCode(200);
    run();
    shop.get(siti).then().body("archivedAt", notNullValue());
    MANAGER.call().delete("/v1/inactivity-rules/{code}", code()).then().statusCode(204);
    MANAGER.call().delete("/v1/inactivity-rules/{code}", code()).then().statusCode(404);
    run();
    shop.get(siti).then().body("archivedAt", nullValue());
  }

  @Test
  void nobody_is_archived_for_a_time_of_which_nothing_was_noted() {
    notedFor(Duration.ofDays(700));
    state(24).then().statusCode(200);
    run();
    shop.get(siti).then().body("archivedAt", nullValue());

    state(12).then().statusCode(200);
    run();
    shop.get(siti).then().body("archivedAt", notNullValue());
  }

  @Test
  void a_rule_is_of_a_kind_if_it_says_so() {
    String company = shop.registered(known("PT Maju").with("kind", "\"ORGANISATION\""));
    seenLast(company, LONG);
    put("{\"period\":\"P1Y\",\"periods\":2,\"kind\":\"ORGANISATION\",\"partner\":\"%s\"}")
        .then()
        .statusCode(200);
    run();
    shop.get(company).then().body("archivedAt", notNullValue());
    shop.get(siti).then().body("archivedAt", nullValue());
  }

  @Test
  void what_is_no_rule_is_refused() {
    for (String wrong :
        List.of(
            "{\"periods\":24}",
            "{\"period\":\"24 months\",\"periods\":24}",
            "{\"period\":\"P\",\"periods\":24}",
            "{\"period\":\"P0M\",\"periods\":24}",
            "{\"period\":\"P1D\",\"periods\":1}",
            "{\"period\":\"P1M\",\"periods\":0}",
            "{\"period\":\"P1M\",\"periods\":24,\"partner\":\"a b\"}")) {
      put(wrong).then().statusCode(422).body("errors.pointer", notNullValue());
    }
    shop.call().queryParam("archived", "MAYBE").get("/v1/customers").then().statusCode(400);
  }

  @Test
  void managers_state_rules_and_nobody_else() {
    for (CustomerApi other : List.of(shop, AGENT, CustomerApi.customer(siti))) {
      other
          .call()
          .contentType(ContentType.JSON)
          .body("{\"period\":\"P1M\",\"periods\":24}")
          .put("/v1/inactivity-rules/{code}", code())
          .then()
          .statusCode(403);
    }
  }

  private String code() {
    return "GONE_" + partner.toUpperCase(Locale.ROOT);
  }

  private Response state(int months) {
    return put("{\"period\":\"P1M\",\"periods\":" + months + ",\"partner\":\"%s\"}");
  }

  private Response put(String rule) {
    return MANAGER
        .call()
        .contentType(ContentType.JSON)
        .body(rule.replace("%s", partner))
        .put("/v1/inactivity-rules/{code}", code());
  }

  private Response preview(int months) {
    return MANAGER
        .call()
        .contentType(ContentType.JSON)
        .body("{\"period\":\"P1M\",\"periods\":%d,\"partner\":\"%s\"}".formatted(months, partner))
        .post("/v1/inactivity-rules/{code}/preview", code());
  }

  /** From the first customer to the last, however many steps that takes. */
  private void run() {
    Next next = new Next(Duration.ZERO, "");
    do {
      String payload = next.payload();
      next = QuarkusTransaction.requiringNew().call(() -> archive.run(payload));
    } while (next.pause().isZero());
  }

  private String longAway() {
    String id = shop.registered(known("Someone"));
    seenLast(id, LONG);
    return id;
  }

  private void seenLast(String customer, Duration ago) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE customer SET changed_at = ? WHERE id = ?",
                clock.instant().minus(ago).atOffset(ZoneOffset.UTC),
                UUID.fromString(customer)));
  }

  private void notedFor(Duration time) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE activity_noted SET since = ?",
                clock.instant().minus(time).atOffset(ZoneOffset.UTC)));
  }

  private void bought(String customer, Instant at) {
    topics.publish(
        "crm.profile",
        UUID.randomUUID(),
        "transaction.recorded",
        "{\"customerId\":\"%s\",\"occurredAt\":\"%s\"}".formatted(customer, at));
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

  private TestTopics.Seen published(String type, String customer) {
    return await()
        .until(
            () ->
                topics.published(type).stream()
                    .filter(event -> event.json().contains(customer))
                    .toList(),
            events -> events.size() == 1)
        .getFirst();
  }
}
