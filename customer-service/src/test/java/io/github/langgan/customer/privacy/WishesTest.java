package io.github.langgan.customer.privacy;

import static io.github.langgan.customer.privacy.PrivacyApi.VERIFIED;
import static io.github.langgan.customer.privacy.PrivacyApi.get;
import static io.github.langgan.customer.privacy.PrivacyApi.opened;
import static io.github.langgan.customer.privacy.PrivacyApi.post;
import static io.github.langgan.customer.privacy.PrivacyApi.verify;
import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.http.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Objections, restrictions and rectifications: other services take no part in them. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class WishesTest {

  @Inject TestTopics topics;

  private String interest = "";
  private String duty = "";
  private String siti = "";

  @BeforeEach
  void a_customer() {
    interest = purpose("LEGITIMATE_INTERESTS");
    duty = purpose("LEGAL_OBLIGATION");
    siti = ACME.registered(known("Siti Rahma").phone("0812-3456-789"));
  }

  @Test
  void an_objection_is_the_customers_word_from_when_it_was_said() {
    assertThat(permission(siti, interest).getBoolean("permitted")).isTrue();
    Instant asked = Instant.parse("2026-01-05T03:00:00Z");
    String request =
        opened(
            body(
                "OBJECTION",
                "\"purpose\":\"%s\",\"channels\":[\"PHONE\"],\"receivedAt\":\"%s\",\"reason\":\"Enough\""
                    .formatted(interest, asked)));
    assertThat(permission(siti, interest).getBoolean("permitted")).isTrue();
    verify(request)
        .then()
        .statusCode(200)
        .body("status", equalTo("COMPLETED"))
        .body("purpose", equalTo(interest))
        .body("channels", contains("PHONE"));
    JsonPath now = permission(siti, interest);
    assertThat(now.getString("reason")).isEqualTo("OBJECTED");
    assertThat(Instant.parse(now.getString("since"))).isEqualTo(asked);
    assertThat(permission(siti, interest, "EMAIL").getBoolean("permitted")).isTrue();
    AGENT
        .call()
        .get("/v1/customers/{id}/consent-acts", siti)
        .then()
        .body("items[0].kind", equalTo("OBJECTED"))
        .body("items[0].reason", equalTo("Enough"))
        .body("items[0].proof.method", equalTo("CALL_BACK"));
    await()
        .until(
            () ->
                topics.published("consent.recorded").stream()
                    .anyMatch(event -> event.json().contains(siti)));
  }

  @Test
  void an_objection_against_no_purpose_of_ours_is_refused() {
    post("", body("OBJECTION", "\"purpose\":\"NO_SUCH\""))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/purpose"));
    post("", body("OBJECTION", "\"channels\":[\"PIGEON\"]")).then().statusCode(422);
  }

  @Test
  void who_is_restricted_is_contacted_for_duties_only_until_it_is_lifted() {
    String request = opened(body("RESTRICTION", VERIFIED));
    get(request).then().body("status", equalTo("COMPLETED"));
    assertThat(permission(siti, interest).getString("reason")).isEqualTo("RESTRICTED");
    assertThat(permission(siti, duty).getBoolean("permitted")).isTrue();
    AGENT.get(siti).then().body("restrictedSince", notNullValue());
    assertThat(told("customer.restricted", request).getString("customerId")).isEqualTo(siti);
    String before = Instant.parse(get(request).path("endedAt")).minusSeconds(60).toString();
    assertThat(
            JsonPath.from(
                    AGENT
                        .call()
                        .queryParam("purpose", interest)
                        .queryParam("channel", "PHONE")
                        .queryParam("at", before)
                        .get("/v1/customers/{id}/contact-permission", siti)
                        .asString())
                .getBoolean("permitted"))
        .as("at a time before it")
        .isTrue();

    String lifted = opened(body("RESTRICTION_LIFTED", VERIFIED));
    get(lifted).then().body("status", equalTo("COMPLETED"));
    assertThat(permission(siti, interest).getBoolean("permitted")).isTrue();
    AGENT.get(siti).then().body("restrictedSince", nullValue());
    assertThat(told("customer.restriction-lifted", lifted).getString("customerId")).isEqualTo(siti);
  }

  @Test
  void a_restriction_of_a_merged_record_counts_for_the_survivor_and_goes_back_with_it() {
    String double_ = ACME.registered(known("Siti R."));
    opened(body("RESTRICTION", VERIFIED).replace(siti, double_));
    String merge = AGENT.merged(siti, double_);
    assertThat(permission(siti, interest).getString("reason")).isEqualTo("RESTRICTED");
    AGENT.undo(merge).then().statusCode(202);
    assertThat(permission(siti, interest).getBoolean("permitted")).isTrue();
    assertThat(permission(double_, interest).getBoolean("permitted")).isFalse();
  }

  @Test
  void what_is_not_restricted_is_not_lifted() {
    String request = opened(body("RESTRICTION_LIFTED", "\"channel\":\"EMAIL\""));
    verify(request).then().statusCode(422).body("errors[0].code", equalTo("not-restricted"));
    get(request).then().body("status", equalTo("AWAITING_VERIFICATION"));
  }

  @Test
  void a_rectification_ends_with_the_correction_that_put_it_right() {
    AGENT.patch(siti, 1, "{\"occupation\":\"Baker\"}").then().statusCode(200);
    String request = opened(body("RECTIFICATION", VERIFIED + ",\"reason\":\"My name has two a\""));
    get(request).then().body("status", equalTo("IN_PROGRESS"));
    complete(request, 2, 422);
    complete(request, 3, 422);
    AGENT.patch(siti, 2, "{\"name\":{\"full\":\"Siti Rahmaa\"}}").then().statusCode(200);
    complete(request, 3, 200);
    get(request).then().body("status", equalTo("COMPLETED")).body("customerVersion", equalTo(3));
    complete(request, 3, 409);
    complete(opened(body("ERASURE", "\"channel\":\"EMAIL\"")), 3, 409);
  }

  @Test
  void a_rectification_that_turns_out_to_be_unfounded_is_refused_with_its_reason() {
    String request = opened(body("RECTIFICATION", VERIFIED));
    refuse(request, 200);
    get(request)
        .then()
        .body("status", equalTo("REFUSED"))
        .body("refusalReason", equalTo("The name is as on the card"))
        .body("endedAt", notNullValue());
    refuse(request, 409);
    opened(body("RECTIFICATION", VERIFIED));

    String access = opened(body("ACCESS", VERIFIED));
    refuse(access, 409);
    get(access).then().body("refusalReason", nullValue());
  }

  @Test
  void only_an_objection_has_a_purpose_and_channels() {
    for (String kind :
        List.of(
            "ACCESS",
            "PORTABILITY",
            "RESTRICTION",
            "RESTRICTION_LIFTED",
            "RECTIFICATION",
            "ERASURE")) {
      post("", body(kind, "\"purpose\":\"" + interest + "\""))
          .then()
          .statusCode(422)
          .body("errors.pointer", contains("/purpose"));
      post("", body(kind, "\"channels\":[\"PHONE\"]," + VERIFIED))
          .then()
          .statusCode(422)
          .body("errors.pointer", contains("/channels"));
    }
    AGENT.get(siti).then().statusCode(200).body("restrictedSince", nullValue());
  }

  private static void refuse(String request, int status) {
    post("/" + request + "/refusal", "{\"reason\":\"The name is as on the card\"}")
        .then()
        .statusCode(status);
  }

  private static void complete(String request, int version, int status) {
    post("/" + request + "/completion", "{\"customerVersion\":" + version + "}")
        .then()
        .statusCode(status);
  }

  private String body(String kind, String members) {
    return "{\"kind\":\"%s\",\"customerId\":\"%s\",%s}".formatted(kind, siti, members);
  }

  private JsonPath told(String type, String request) {
    return JsonPath.from(
        await()
            .until(
                () ->
                    topics.published(type).stream()
                        .filter(event -> event.json().contains(request))
                        .toList(),
                events -> events.size() == 1)
            .getFirst()
            .json());
  }

  private static JsonPath permission(String customer, String purpose) {
    return permission(customer, purpose, "PHONE");
  }

  private static JsonPath permission(String customer, String purpose, String channel) {
    return AGENT
        .call()
        .queryParam("purpose", purpose)
        .queryParam("channel", channel)
        .get("/v1/customers/{id}/contact-permission", customer)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static String purpose(String basis) {
    String code =
        "P" + UUID.randomUUID().toString().substring(24).toUpperCase(java.util.Locale.ROOT);
    given()
        .auth()
        .oauth2(Tokens.of("manager"))
        .contentType("application/json")
        .body(
            "{\"code\":\"%s\",\"title\":\"A test\",\"lawfulBasis\":\"%s\"}".formatted(code, basis))
        .post("/v1/consent-purposes")
        .then()
        .statusCode(201);
    return code;
  }
}
