package io.github.langgan.customer.consent;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.person;
import static io.github.langgan.customer.testing.Body.unique;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.testing.CustomerApi.BETA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MergedConsentTest {

  private static final ConsentApi OFFICER =
      new ConsentApi(new CustomerApi(Tokens.of("privacy-officer")));
  private static final ConsentApi STAFF = new ConsentApi(AGENT);

  private String news = "";
  private String survivor = "";
  private String merged = "";

  @BeforeEach
  void two_records_of_one_person() {
    news = OFFICER.purpose("CONSENT", "");
    survivor = ACME.registered(known("Siti Rahma"));
    merged =
        BETA.registered(person("Siti Rahma").identifier("beta", unique()).email("s@example.com"));
  }

  @Test
  void an_objection_wins_over_the_other_records_consent_until_the_two_are_split() {
    STAFF.grant(survivor, news, "EMAIL", "2026-01-05T03:00:00Z").then().statusCode(201);
    STAFF.say(merged, "OBJECTED", "", "2026-01-01T03:00:00Z").then().statusCode(201);

    String merge = AGENT.merged(survivor, merged);

    assertThat(STAFF.reason(survivor, news, "EMAIL", "")).isEqualTo("OBJECTED");
    assertThat(STAFF.reason(merged, news, "EMAIL", "")).isEqualTo("OBJECTED");
    AGENT.call().get("/v1/customers/{id}/consent-acts", survivor).then().body("items", hasSize(2));
    AGENT.undo(merge).then().statusCode(202);
    assertThat(STAFF.reason(survivor, news, "EMAIL", "")).isEqualTo("CONSENT_GRANTED");
    assertThat(STAFF.reason(merged, news, "EMAIL", "")).isEqualTo("OBJECTED");
    AGENT
        .call()
        .get("/v1/customers/{id}/consent-acts", survivor)
        .then()
        .body("items.kind", contains("GRANTED"));
  }

  @Test
  void a_preview_tells_what_the_survivor_may_be_contacted_for_only_then_and_no_longer() {
    String survey = OFFICER.purpose("CONSENT", "");
    STAFF.grant(survivor, news, "EMAIL", "2026-01-05T03:00:00Z").then().statusCode(201);
    STAFF.grant(merged, survey, "SMS", "2026-01-05T03:00:00Z").then().statusCode(201);
    STAFF
        .say(merged, "OBJECTED", ",\"purpose\":\"" + news + "\"", "2026-01-01T03:00:00Z")
        .then()
        .statusCode(201);

    preview()
        .body("services[0].effects.consents.acts", equalTo(2))
        .body("services[0].effects.consents.lost.purpose", contains(news))
        .body("services[0].effects.consents.lost.channel", contains("EMAIL"))
        .body("services[0].effects.consents.lost.reason", contains("OBJECTED"))
        .body("services[0].effects.consents.gained.purpose", contains(survey))
        .body("services[0].effects.consents.gained.channel", contains("SMS"));
    assertThat(STAFF.reason(survivor, news, "EMAIL", "")).isEqualTo("CONSENT_GRANTED");
  }

  @Test
  void a_preview_tells_that_the_other_ones_restriction_or_death_stops_all_contact() {
    String lawful = OFFICER.purpose("LEGITIMATE_INTERESTS", "");
    OFFICER
        .post(
            "/v1/privacy-requests",
            """
            {"kind":"RESTRICTION","customerId":"%s","channel":"PHONE",
             "receivedAt":"2026-01-05T03:00:00Z","verification":{"method":"IN_PERSON"}}"""
                .formatted(merged))
        .then()
        .statusCode(201);
    preview()
        .body("services[0].effects.consents.lost.purpose", hasItem(lawful))
        .body("services[0].effects.consents.lost.reason", everyItem(equalTo("RESTRICTED")));

    AGENT
        .call()
        .contentType(ContentType.JSON)
        .body("{\"diedOn\":\"2026-01-02\"}")
        .put("/v1/customers/{id}/death", merged)
        .then()
        .statusCode(200);
    preview()
        .body("services[0].effects.consents.lost.purpose", hasItem(lawful))
        .body("services[0].effects.consents.lost.reason", everyItem(equalTo("DECEASED")));
    assertThat(STAFF.reason(survivor, lawful, "EMAIL", "")).isEqualTo("LAWFUL_WITHOUT_CONSENT");
  }

  private ValidatableResponse preview() {
    String preview =
        STAFF
            .post(
                "/v1/merges?dryRun=true",
                "{\"survivor\":\"%s\",\"merged\":\"%s\"}".formatted(survivor, merged))
            .then()
            .statusCode(202)
            .extract()
            .path("mergeId");
    return AGENT.call().get("/v1/merges/{id}", preview).then().statusCode(200);
  }

  @Test
  void what_is_said_for_a_merged_record_goes_with_it_when_the_two_are_split() {
    String merge = AGENT.merged(survivor, merged);

    STAFF.grant(merged, news, "EMAIL", "2026-01-05T03:00:00Z").then().statusCode(201);

    assertThat(STAFF.reason(survivor, news, "EMAIL", "")).isEqualTo("CONSENT_GRANTED");
    AGENT.undo(merge).then().statusCode(202);
    assertThat(STAFF.reason(survivor, news, "EMAIL", "")).isEqualTo("NO_CONSENT");
    assertThat(STAFF.reason(merged, news, "EMAIL", "")).isEqualTo("CONSENT_GRANTED");
  }

  @Test
  void a_partner_hears_of_the_objection_and_not_of_who_brought_it() {
    new ConsentApi(ACME).grant(survivor, news, "EMAIL", "2026-01-05T03:00:00Z");
    new ConsentApi(BETA).say(merged, "OBJECTED", "", "2026-01-06T03:00:00Z");

    AGENT.merged(survivor, merged);

    assertThat(new ConsentApi(ACME).reason(survivor, news, "EMAIL", "")).isEqualTo("OBJECTED");
    assertThat(new ConsentApi(BETA).reason(merged, news, "EMAIL", "")).isEqualTo("OBJECTED");
    ACME.call()
        .get("/v1/customers/{id}/consent-acts", survivor)
        .then()
        .body("items.kind", contains("GRANTED"));
  }

  @Test
  void a_mailing_list_may_name_the_merged_record() {
    STAFF.grant(survivor, news, "EMAIL", "2026-01-05T03:00:00Z").then().statusCode(201);
    AGENT.merged(survivor, merged);

    STAFF
        .post(
            "/v1/contact-permissions",
            "{\"purpose\":\"%s\",\"channel\":\"EMAIL\",\"customerIds\":[\"%s\",\"%s\"]}"
                .formatted(news, merged, survivor))
        .then()
        .statusCode(200)
        .body("items.customerId", contains(merged, survivor))
        .body("items.permission.customerId", contains(survivor, survivor))
        .body("items.permission.permitted", contains(true, true))
        .body("items.permission.reachable", contains(true, true));
  }
}
