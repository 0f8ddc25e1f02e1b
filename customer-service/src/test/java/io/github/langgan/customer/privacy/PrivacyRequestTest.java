package io.github.langgan.customer.privacy;

import static io.github.langgan.customer.privacy.PrivacyApi.VERIFIED;
import static io.github.langgan.customer.privacy.PrivacyApi.certificate;
import static io.github.langgan.customer.privacy.PrivacyApi.erasure;
import static io.github.langgan.customer.privacy.PrivacyApi.get;
import static io.github.langgan.customer.privacy.PrivacyApi.officer;
import static io.github.langgan.customer.privacy.PrivacyApi.opened;
import static io.github.langgan.customer.privacy.PrivacyApi.post;
import static io.github.langgan.customer.privacy.PrivacyApi.verify;
import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.testing.CustomerApi.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.MovableClock;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PrivacyRequestTest {

  @Inject MovableClock clock;
  @Inject Jdbi jdbi;

  private String siti = "";

  @BeforeEach
  void a_customer() {
    siti = ACME.registered(known("Siti Rahma"));
  }

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void a_request_waits_until_it_is_certain_who_asks() {
    Response opened = post("", erasure(siti, "\"channel\":\"EMAIL\"", "\"reason\":\"I moved\""));
    String id = opened.path("privacyRequestId");
    opened
        .then()
        .statusCode(201)
        .header("Location", endsWith("/v1/privacy-requests/" + id))
        .header("ETag", "\"1\"")
        .body("status", equalTo("AWAITING_VERIFICATION"))
        .body("customerId", equalTo(siti))
        .body("reason", equalTo("I moved"))
        .body("overdue", equalTo(false))
        .body("services", empty());
    assertThat(Instant.parse(opened.path("dueAt")))
        .isEqualTo(Instant.parse(opened.path("receivedAt")).plus(Duration.ofHours(72)));
    AGENT.get(siti).then().statusCode(200);
    certificate(id).then().statusCode(409).body("type", endsWith("certificate-not-ready"));
    verify(id)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("status", equalTo("IN_PROGRESS"))
        .body("verification.method", equalTo("CALL_BACK"))
        .body("reason", nullValue())
        .body("services", hasSize(5));
    verify(id)
        .then()
        .statusCode(409)
        .body("type", endsWith("privacy-request-status"))
        .body("requestStatus", equalTo("IN_PROGRESS"));
    post("/" + id + "/refusal", "{\"reason\":\"too late\"}").then().statusCode(409);
  }

  @Test
  void the_same_request_again_is_answered_the_same_also_when_it_is_being_done() {
    String key = UUID.randomUUID().toString();
    String body = erasure(siti, VERIFIED);
    Response first = post("", body, key);
    first.then().statusCode(201).body("status", equalTo("IN_PROGRESS"));
    String id = first.path("privacyRequestId");
    await()
        .until(
            () -> get(id).path("services.find { it.service == 'customer' }.state").equals("DONE"));
    assertThat(post("", body, key).asString()).isEqualTo(first.asString());
  }

  @Test
  void a_request_of_a_kind_is_open_once_and_may_come_again_after_a_refusal() {
    String id = opened(erasure(siti));
    post("", erasure(siti))
        .then()
        .statusCode(409)
        .body("type", endsWith("privacy-request-open"))
        .body("privacyRequestId", equalTo(id));
    post("/" + id + "/refusal", "{\"reason\":\"Nobody showed who asks\"}")
        .then()
        .statusCode(200)
        .body("status", equalTo("REFUSED"))
        .body("refusalReason", equalTo("Nobody showed who asks"));
    verify(id).then().statusCode(409);
    AGENT.get(siti).then().statusCode(200);
    assertThat(opened(erasure(siti))).isNotEqualTo(id);
  }

  @Test
  void bad_requests_are_refused() {
    post("", erasure(UUID.randomUUID().toString()))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/customerId"));
    post("", "{\"customerId\":\"" + siti + "\"}").then().statusCode(422);
    post("", "{\"kind\":\"ERASURE\"}").then().statusCode(422);
    post("", erasure(siti, "\"verification\":{\"reference\":\"x\"}")).then().statusCode(422);
    post("", erasure(siti, "\"receivedAt\":\"2199-01-01T00:00:00Z\"")).then().statusCode(422);
    post("/" + UUID.randomUUID() + "/verification", "{\"method\":\"CALL_BACK\"}")
        .then()
        .statusCode(404);
    get(UUID.randomUUID().toString()).then().statusCode(404);
    certificate(UUID.randomUUID().toString()).then().statusCode(404);
    officer().get("/v1/privacy-requests?status=LATE").then().statusCode(400);
    officer().get("/v1/privacy-requests?overdue=perhaps").then().statusCode(400);
  }

  @Test
  void it_is_for_privacy_officers_only() {
    String id = opened(erasure(siti));
    for (CustomerApi other : List.of(AGENT, ACME, customer(siti))) {
      other.call().get("/v1/privacy-requests/{id}", id).then().statusCode(403);
      other.call().get("/v1/privacy-requests").then().statusCode(403);
      other
          .call()
          .contentType("application/json")
          .header("Idempotency-Key", UUID.randomUUID().toString())
          .body(erasure(siti))
          .post("/v1/privacy-requests")
          .then()
          .statusCode(403);
    }
  }

  @Test
  void requests_are_found_by_what_they_are() {
    String id = opened(erasure(siti));
    list("customerId=" + siti).body("items.privacyRequestId", contains(id));
    list("customerId=" + siti + "&status=COMPLETED").body("items", empty());
    list("customerId=" + siti + "&kind=ERASURE&status=AWAITING_VERIFICATION")
        .body("items.privacyRequestId", contains(id));
    list("overdue=true").body("items.privacyRequestId", not(hasItem(id)));
    String other = opened(erasure(ACME.registered(known("Siti R."))));
    Response page = officer().get("/v1/privacy-requests?limit=1");
    assertThat(page.<List<String>>path("items.privacyRequestId")).containsExactly(other);
    list("limit=1&cursor=" + page.path("nextCursor")).body("items.privacyRequestId", contains(id));
  }

  @Test
  void the_survivor_is_meant_when_the_record_was_merged() {
    String double_ = ACME.registered(known("Siti R."));
    String before = opened(erasure(double_));
    AGENT.merged(siti, double_);
    String since =
        post("", erasure(double_, "\"channel\":\"EMAIL\""))
            .then()
            .statusCode(201)
            .body("customerId", equalTo(siti))
            .extract()
            .path("privacyRequestId");
    list("customerId=" + siti).body("items.privacyRequestId", contains(since, before));
    list("customerId=" + double_).body("items.privacyRequestId", contains(since, before));
  }

  @Test
  void a_request_that_nobody_follows_is_told_of_a_day_before_and_when_it_is_late() {
    String id = opened(erasure(siti));
    String refused = opened(erasure(ACME.registered(known("Siti R."))));
    post("/" + refused + "/refusal", "{\"reason\":\"unfounded\"}").then().statusCode(200);
    assertThat(reminders(id)).isEmpty();
    clock.advance(Duration.ofHours(49));
    await().until(() -> reminders(id).equals(List.of("privacy-request.due-soon")));
    get(id).then().body("overdue", equalTo(false));
    clock.advance(Duration.ofHours(24));
    await()
        .until(
            () ->
                reminders(id)
                    .equals(List.of("privacy-request.due-soon", "privacy-request.overdue")));
    get(id).then().body("overdue", equalTo(true));
    list("overdue=true&customerId=" + siti).body("items.privacyRequestId", contains(id));
    assertThat(overdue()).isPositive();
    assertThat(reminders(refused)).isEmpty();
    post("/" + id + "/refusal", "{\"reason\":\"unfounded\"}").then().statusCode(200);
    get(id).then().body("overdue", equalTo(false));
  }

  @Test
  void the_clock_runs_from_when_it_was_asked_for() {
    String asked = clock.instant().minus(Duration.ofHours(80)).toString();
    String id = opened(erasure(siti, "\"receivedAt\":\"" + asked + "\""));
    get(id).then().body("overdue", equalTo(true));
    await().until(() -> reminders(id).contains("privacy-request.overdue"));
  }

  private static io.restassured.response.ValidatableResponse list(String query) {
    return officer().get("/v1/privacy-requests?" + query).then().statusCode(200);
  }

  private double overdue() {
    String metrics = io.restassured.RestAssured.get("/q/metrics").asString();
    return metrics
        .lines()
        .filter(line -> line.startsWith("langgan_privacy_requests_overdue"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private List<String> reminders(String id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT action FROM audit_entry
                     WHERE subject_type = 'privacy-request' AND subject_id = :id
                       AND action IN ('privacy-request.due-soon', 'privacy-request.overdue')
                     ORDER BY id
                    """)
                .bind("id", id)
                .mapTo(String.class)
                .list());
  }
}
