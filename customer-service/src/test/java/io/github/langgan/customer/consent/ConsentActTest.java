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
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ConsentActTest {

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
