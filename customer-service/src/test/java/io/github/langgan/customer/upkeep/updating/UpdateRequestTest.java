package io.github.langgan.customer.upkeep.updating;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.upkeep.updating.UpdateApi.confirm;
import static io.github.langgan.customer.upkeep.updating.UpdateApi.list;
import static io.github.langgan.customer.upkeep.updating.UpdateApi.open;
import static io.github.langgan.customer.upkeep.updating.UpdateApi.revoke;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.EveryTable;
import io.github.langgan.chassis.testing.MovableClock;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class UpdateRequestTest {

  @Inject MovableClock clock;
  @Inject Jdbi jdbi;

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void the_token_is_told_to_whoever_asked_for_it_and_stands_in_no_table() {
    String siti = ACME.registered(known("Siti Rahma"));
    String key = UUID.randomUUID().toString();

    Response opened = open(AGENT, siti, "{\"expiresIn\":\"PT12H\"}", key);
    Response again = open(AGENT, siti, "{\"expiresIn\":\"PT12H\"}", key);

    opened.then().statusCode(201).body("customerId", equalTo(siti));
    assertThat(opened.header("Location")).endsWith(path(siti, opened.path("updateRequestId")));
    assertThat(opened.header("Cache-Control")).isEqualTo("no-store");
    assertThat(Duration.between(clock.instant(), Instant.parse(opened.path("expiresAt"))))
        .isBetween(Duration.ofMinutes(715), Duration.ofHours(12));
    assertThat(again.asByteArray()).isEqualTo(opened.asByteArray());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    String signature = opened.<String>path("token").split("\\.")[2];
    assertThat(EveryTable.thatHolds(signature, jdbi)).isEmpty();
    given().auth().oauth2(opened.path("token")).get("/v1/customers").then().statusCode(401);
  }

  @Test
  void it_is_the_company_that_asks_and_neither_partners_nor_customers() {
    String siti = ACME.registered(known("Siti Rahma"));
    String request = open(siti, "{}").path("updateRequestId");
    for (CustomerApi outsider : new CustomerApi[] {ACME, CustomerApi.customer(siti)}) {
      open(outsider, siti, "{}", UUID.randomUUID().toString()).then().statusCode(403);
      outsider.call().get(path(siti, "")).then().statusCode(403);
      outsider.call().get(path(siti, request)).then().statusCode(403);
      revoke(outsider, siti, request).then().statusCode(403);
    }
    new CustomerApi(Tokens.of("analyst"))
        .call()
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body("{}")
        .post(path(siti, ""))
        .then()
        .statusCode(403);
    list(siti).then().body("items.status", contains("OPEN"));
  }

  @Test
  void a_request_ends_when_it_is_answered_revoked_or_too_old() {
    String siti = ACME.registered(known("Siti Rahma"));
    String expiring = open(siti, "{\"expiresIn\":\"P1D\"}").path("updateRequestId");
    String revoked = open(siti, "{}").path("updateRequestId");
    Response answered = open(siti, "{}");
    revoke(AGENT, siti, revoked).then().statusCode(204);
    revoke(AGENT, siti, revoked).then().statusCode(204);
    confirm(answered.path("token"), 1).then().statusCode(200);
    clock.advance(Duration.ofDays(2));

    list(siti).then().body("items.status", contains("CONFIRMED", "REVOKED", "EXPIRED"));
    one(siti, revoked).body("revokedAt", notNullValue()).body("answeredAt", nullValue());
    one(siti, answered.path("updateRequestId"))
        .body("answeredAt", notNullValue())
        .body("customerVersion", equalTo(2))
        .body("token", nullValue());
    revoke(AGENT, siti, answered.path("updateRequestId"))
        .then()
        .statusCode(409)
        .body("type", endsWith("update-request-answered"))
        .body("updateRequestStatus", equalTo("CONFIRMED"));
    assertThat(audited(revoked)).isEqualTo("update-request.opened,update-request.revoked");
    one(siti, expiring).body("status", equalTo("EXPIRED"));
  }

  @Test
  void the_newest_come_first_page_by_page() {
    String siti = ACME.registered(known("Siti Rahma"));
    String first = open(siti, "{}").path("updateRequestId");
    String second = open(siti, "{}").path("updateRequestId");

    Response page = AGENT.call().get(path(siti, "") + "?limit=1");

    page.then().body("items.updateRequestId", contains(second));
    AGENT
        .call()
        .queryParam("cursor", page.<String>path("nextCursor"))
        .get(path(siti, "") + "?limit=1")
        .then()
        .body("items.updateRequestId", contains(first))
        .body("nextCursor", nullValue());
  }

  @Test
  void another_customers_request_is_as_good_as_missing() {
    String siti = ACME.registered(known("Siti Rahma"));
    String budi = ACME.registered(known("Budi"));
    Response opened = open(siti, "{}");
    String request = opened.path("updateRequestId");

    AGENT.call().get(path(budi, request)).then().statusCode(404);
    revoke(AGENT, budi, request).then().statusCode(404);
    AGENT.call().get(path(UUID.randomUUID().toString(), "")).then().statusCode(404);
    open(UUID.randomUUID().toString(), "{}").then().statusCode(404);
    list(budi).then().body("items", empty());
    UpdateApi.read(opened.path("token")).then().statusCode(200);
  }

  @Test
  void what_was_asked_of_a_merged_record_is_found_with_its_survivor() {
    String survivor = ACME.registered(known("Siti Rahma"));
    String merged = ACME.registered(known("Siti R."));
    String request = open(merged, "{}").path("updateRequestId");
    AGENT.merged(survivor, merged);

    list(survivor).then().body("items.updateRequestId", contains(request));
    list(merged).then().body("items.customerId", contains(merged));
    revoke(AGENT, survivor, request).then().statusCode(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P91D", "PT59S", "-P1D", "P1M", "PT0S", "P", "PT", "soon", "P2W"})
  void a_period_that_is_none_or_too_long_is_refused(String period) {
    String siti = ACME.registered(known("Siti Rahma"));
    open(siti, "{\"expiresIn\":\"" + period + "\"}")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/expiresIn"));
    list(siti).then().body("items", empty());
  }

  private static ValidatableResponse one(String customer, String request) {
    return AGENT.call().get(path(customer, request)).then().statusCode(200);
  }

  private static String path(String customer, String request) {
    String all = "/v1/customers/" + customer + "/update-requests";
    return request.isEmpty() ? all : all + "/" + request;
  }

  private String audited(String request) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT string_agg(action, ',' ORDER BY at) FROM audit_entry WHERE subject_id = :id")
                .bind("id", request)
                .mapTo(String.class)
                .one());
  }
}
