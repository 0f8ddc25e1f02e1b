package io.github.langgan.customer.consent;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.testing.CustomerApi.BETA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ConsentTest {

  private static final ConsentApi OFFICER =
      new ConsentApi(new CustomerApi(Tokens.of("privacy-officer")));
  private static final ConsentApi STAFF = new ConsentApi(AGENT);
  private static final ConsentApi PARTNER = new ConsentApi(ACME);

  @Inject TestTopics topics;

  private String siti = "";
  private String news = "";

  @BeforeEach
  void somebody_is_known_and_there_is_something_to_ask_her_for() {
    siti = ACME.registered(known("Siti Rahma").email("siti@example.com"));
    news = OFFICER.purpose("CONSENT", "");
  }

  @Test
  void whether_somebody_may_be_contacted_is_told_for_any_day_with_the_word_that_decides() {
    String granted =
        PARTNER
            .grant(siti, news, "EMAIL", "2026-01-05T03:00:00Z")
            .then()
            .statusCode(201)
            .extract()
            .path("actId");
    STAFF
        .say(siti, "WITHDRAWN", ",\"purpose\":\"" + news + "\"", "2026-03-01T03:00:00Z")
        .then()
        .statusCode(201);

    assertThat(STAFF.reason(siti, news, "EMAIL", "&on=2026-01-04")).isEqualTo("NO_CONSENT");
    JsonPath permission = STAFF.permission(siti, news, "EMAIL", "&on=2026-01-05");
    assertThat(permission.getBoolean("permitted")).isTrue();
    assertThat(permission.getString("actId")).isEqualTo(granted);
    assertThat(permission.getBoolean("reachable")).isTrue();
    assertThat(STAFF.reason(siti, news, "SMS", "&on=2026-01-05")).isEqualTo("NO_CONSENT");
    assertThat(STAFF.permission(siti, news, "SMS", "").getBoolean("reachable")).isFalse();
    assertThat(STAFF.reason(siti, news, "EMAIL", "&on=2026-03-01")).isEqualTo("CONSENT_WITHDRAWN");
    assertThat(STAFF.reason(siti, news, "EMAIL", "&at=2026-03-01T02:59:59Z"))
        .isEqualTo("CONSENT_GRANTED");
    assertThat(STAFF.reason(siti, news, "EMAIL", "")).isEqualTo("CONSENT_WITHDRAWN");
  }

  @Test
  void a_day_is_one_of_the_companys_time_zone() {
    PARTNER.grant(siti, news, "EMAIL", "2026-01-05T16:59:59Z").then().statusCode(201);
    String later = ACME.registered(known("Dewi"));
    PARTNER.grant(later, news, "EMAIL", "2026-01-05T17:00:00Z").then().statusCode(201);

    assertThat(STAFF.reason(siti, news, "EMAIL", "&on=2026-01-05")).isEqualTo("CONSENT_GRANTED");
    assertThat(STAFF.reason(later, news, "EMAIL", "&on=2026-01-05")).isEqualTo("NO_CONSENT");
    assertThat(STAFF.reason(later, news, "EMAIL", "&on=2026-01-06")).isEqualTo("CONSENT_GRANTED");
  }

  @Test
  void what_we_knew_at_a_time_can_be_asked() {
    Instant before = Instant.now();
    PARTNER.grant(siti, news, "EMAIL", "2026-01-05T03:00:00Z").then().statusCode(201);
    Instant after = Instant.now();

    assertThat(STAFF.reason(siti, news, "EMAIL", "&on=2026-02-01&knownAt=" + before))
        .isEqualTo("NO_CONSENT");
    assertThat(STAFF.reason(siti, news, "EMAIL", "&on=2026-02-01&knownAt=" + after))
        .isEqualTo("CONSENT_GRANTED");
  }

  @Test
  void an_objection_stands_until_it_is_lifted_which_a_partner_cannot() {
    PARTNER.grant(siti, news, "EMAIL", "2026-01-05T03:00:00Z").then().statusCode(201);
    PARTNER.say(siti, "OBJECTED", "", "2026-02-05T03:00:00Z").then().statusCode(201);
    PARTNER.grant(siti, news, "EMAIL", "2026-02-06T03:00:00Z").then().statusCode(201);
    assertThat(STAFF.reason(siti, news, "EMAIL", "")).isEqualTo("OBJECTED");

    PARTNER.say(siti, "OBJECTION_LIFTED", "", "2026-03-05T03:00:00Z").then().statusCode(403);
    assertThat(STAFF.reason(siti, news, "EMAIL", "")).isEqualTo("OBJECTED");
    STAFF.say(siti, "OBJECTION_LIFTED", "", "2026-03-05T03:00:00Z").then().statusCode(201);

    assertThat(STAFF.reason(siti, news, "EMAIL", "")).isEqualTo("CONSENT_GRANTED");
  }

  @Test
  void customers_decide_for_themselves_and_for_nobody_else() {
    ConsentApi herself = new ConsentApi(CustomerApi.customer(siti));
    herself
        .record(siti, "{\"kind\":\"GRANTED\"" + ConsentApi.grantOf(news, "EMAIL") + "}")
        .then()
        .statusCode(201)
        .body("proof.method", equalTo("ACCOUNT"))
        .body("reporter.kind", equalTo("CUSTOMER"));
    assertThat(herself.reason(siti, news, "EMAIL", "")).isEqualTo("CONSENT_GRANTED");
    herself.record(siti, "{\"kind\":\"WITHDRAWN\"}").then().statusCode(201);
    assertThat(herself.reason(siti, news, "EMAIL", "")).isEqualTo("CONSENT_WITHDRAWN");

    String dewi = ACME.registered(known("Dewi"));
    herself.record(dewi, "{\"kind\":\"OBJECTED\"}").then().statusCode(404);
    herself.caller().call().get("/v1/customers/{id}/consents", dewi).then().statusCode(404);
  }

  @Test
  void a_consent_ends_after_the_months_of_its_purpose() {
    String purpose = OFFICER.purpose("CONSENT", ",\"validMonths\":12");
    PARTNER
        .grant(siti, purpose, "EMAIL", "2024-02-29T03:00:00Z")
        .then()
        .statusCode(201)
        .body("expiresAt", equalTo("2025-02-28T03:00:00Z"));

    assertThat(STAFF.reason(siti, purpose, "EMAIL", "&on=2025-02-27")).isEqualTo("CONSENT_GRANTED");
    assertThat(STAFF.reason(siti, purpose, "EMAIL", "&on=2025-02-28")).isEqualTo("CONSENT_EXPIRED");
  }

  @Test
  void a_retired_purpose_is_for_nobody_any_more() {
    PARTNER.grant(siti, news, "EMAIL", "2026-01-05T03:00:00Z").then().statusCode(201);
    String retirement = "/v1/consent-purposes/" + news + "/retirement";
    String at =
        OFFICER.caller().call().post(retirement).then().statusCode(200).extract().path("retiredAt");

    assertThat(STAFF.reason(siti, news, "EMAIL", "")).isEqualTo("PURPOSE_RETIRED");
    assertThat(STAFF.reason(siti, news, "EMAIL", "&on=2026-01-05")).isEqualTo("CONSENT_GRANTED");
    OFFICER.caller().call().post(retirement).then().statusCode(200).body("retiredAt", equalTo(at));
    PARTNER
        .grant(siti, news, "EMAIL", "2026-01-06T03:00:00Z")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/purpose"));
  }

  @Test
  void all_that_was_said_is_kept_with_its_proof() {
    PARTNER.grant(siti, news, "EMAIL", "2026-01-05T03:00:00Z").then().statusCode(201);
    STAFF.say(siti, "OBJECTED", ",\"reason\":\"too many\"", "2026-02-05T03:00:00Z");
    STAFF.say(siti, "OBJECTION_LIFTED", "", "2026-01-20T03:00:00Z");

    String path = "/v1/customers/" + siti + "/consent-acts";
    AGENT
        .call()
        .get(path)
        .then()
        .statusCode(200)
        .body("items.kind", contains("OBJECTED", "OBJECTION_LIFTED", "GRANTED"))
        .body("items[0].reason", equalTo("too many"))
        .body("items[0].proof.reference", equalTo("f-1"))
        .body("items[2].reporter.partner", equalTo("acme"));
    ACME.call()
        .get(path)
        .then()
        .body("items[0].proof", nullValue())
        .body("items[0].reporter.who", nullValue())
        .body("items[2].proof.reference", equalTo("f-1"));
    BETA.call().get(path).then().statusCode(404);
    String cursor = AGENT.call().get(path + "?limit=2").path("nextCursor");
    AGENT
        .call()
        .get(path + "?limit=2&cursor=" + cursor)
        .then()
        .body("items.kind", contains("GRANTED"));
  }

  @Test
  void the_same_request_twice_is_one_word() {
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      ACME.call()
          .header("Idempotency-Key", key)
          .contentType(ContentType.JSON)
          .body("{\"kind\":\"WITHDRAWN\",\"proof\":{\"method\":\"MESSAGE\"}}")
          .post("/v1/customers/{id}/consent-acts", siti)
          .then()
          .statusCode(201);
    }

    AGENT.call().get("/v1/customers/{id}/consent-acts", siti).then().body("items", hasSize(1));
  }

  @Test
  void a_grant_says_all_that_makes_it_one() {
    PARTNER
        .record(siti, "{\"kind\":\"GRANTED\"}")
        .then()
        .statusCode(422)
        .body("errors.pointer", containsInAnyOrder("/purpose", "/channels", "/text", "/proof"));
    PARTNER
        .grant(siti, "NEVER_HEARD_OF", "EMAIL", "2026-01-05T03:00:00Z")
        .then()
        .statusCode(422)
        .body("errors.pointer", containsInAnyOrder("/purpose", "/text"));
    String contract = OFFICER.purpose("CONTRACT", "");
    PARTNER
        .grant(siti, contract, "EMAIL", "2026-01-05T03:00:00Z")
        .then()
        .statusCode(422)
        .body("errors.code", contains("no-consent"));
    PARTNER
        .say(
            siti,
            "GRANTED",
            ConsentApi.grantOf(news, "EMAIL").replace("\"version\":1", "\"version\":2"),
            "2026-01-05T03:00:00Z")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/text"));
    AGENT.call().get("/v1/customers/{id}/consent-acts", siti).then().body("items", hasSize(0));
  }

  @Test
  void before_a_mailing_many_are_asked_for_at_once() {
    String dewi = ACME.registered(known("Dewi"));
    String nobody = UUID.randomUUID().toString();
    PARTNER.grant(siti, news, "EMAIL", "2026-01-05T03:00:00Z").then().statusCode(201);
    String asked =
        "{\"purpose\":\"%s\",\"channel\":\"EMAIL\",\"on\":\"2026-02-01\",\"customerIds\":[\"%s\",\"%s\",\"%s\",\"%s\"]}"
            .formatted(news, dewi, siti, nobody, siti);

    PARTNER
        .post("/v1/contact-permissions", asked)
        .then()
        .statusCode(200)
        .body("items.customerId", contains(dewi, siti, nobody, siti))
        .body("items.permission.permitted", contains(false, true, true))
        .body("items[2].permission", nullValue());
    new ConsentApi(BETA)
        .post("/v1/contact-permissions", asked)
        .then()
        .statusCode(200)
        .body("items.permission", contains(nullValue(), nullValue(), nullValue(), nullValue()));
    PARTNER
        .post("/v1/contact-permissions", asked.replace(news, "NEVER_HEARD_OF"))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/purpose"));
  }

  @Test
  void everything_is_told_in_one_answer() {
    PARTNER.grant(siti, news, "EMAIL", "2026-01-05T03:00:00Z").then().statusCode(201);

    JsonPath all = AGENT.call().get("/v1/customers/{id}/consents", siti).jsonPath();

    List<String> permitted =
        all.getList(
            "permissions.findAll { it.purpose == '%s' && it.permitted }.channel".formatted(news));
    assertThat(permitted).containsExactly("EMAIL");
    assertThat(all.getList("permissions.findAll { it.purpose == '%s' }".formatted(news)))
        .hasSize(ContactChannel.values().length);
  }

  @Test
  void the_others_hear_of_it() {
    String act =
        PARTNER.grant(siti, news, "EMAIL", "2026-01-05T03:00:00Z").then().extract().path("actId");

    String told =
        await()
            .until(
                () ->
                    topics.published("consent.recorded").stream()
                        .filter(event -> event.json().contains(act))
                        .map(TestTopics.Seen::json)
                        .findFirst()
                        .orElse(""),
                json -> !json.isEmpty());
    assertThat(told).contains("\"kind\":\"GRANTED\"", "\"purpose\":\"" + news, siti, "EMAIL");
    assertThat(told).doesNotContain("f-1");
  }
}
