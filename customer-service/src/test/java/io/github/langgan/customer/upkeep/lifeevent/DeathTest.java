package io.github.langgan.customer.upkeep.lifeevent;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.testing.CustomerApi.BETA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.AtOnce;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody contacts who has died. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DeathTest {

  private static final String DAY = "{\"diedOn\":\"2026-02-01\"}";

  @Inject TestTopics topics;
  @Inject Jdbi jdbi;

  private String duty;
  private String siti;

  @BeforeEach
  void somebody_who_may_be_contacted_by_duty() {
    duty = Body.uniqueWord().toUpperCase(Locale.ROOT);
    new CustomerApi(Tokens.of("manager"))
        .call()
        .contentType(ContentType.JSON)
        .body(
            "{\"code\":\"%s\",\"title\":\"Recalls\",\"lawfulBasis\":\"LEGAL_OBLIGATION\"}"
                .formatted(duty))
        .post("/v1/consent-purposes")
        .then()
        .statusCode(201);
    siti = ACME.registered(known("Siti"));
  }

  @Test
  void who_has_died_is_contacted_for_nothing_from_that_day_on() {
    report(siti, DAY)
        .then()
        .statusCode(200)
        .body("diedOn", equalTo("2026-02-01"))
        .body("since", equalTo("2026-01-31T17:00:00Z"))
        .body("source.form", equalTo("DEATH"));

    assertThat(reason(siti, Map.of())).isEqualTo("DECEASED");
    assertThat(reason(siti, Map.of("on", "2026-02-01"))).isEqualTo("DECEASED");
    assertThat(reason(siti, Map.of("at", "2026-01-31T16:59:59Z")))
        .isEqualTo("LAWFUL_WITHOUT_CONSENT");
    assertThat(reason(siti, Map.of("on", "2026-02-01", "knownAt", before()))) // nobody knew yet
        .isEqualTo("LAWFUL_WITHOUT_CONSENT");
    ACME.get(siti).then().body("deceased.diedOn", equalTo("2026-02-01"));
    get(ACME, siti).then().statusCode(200).body("diedOn", equalTo("2026-02-01"));
    get(BETA, siti).then().statusCode(404);
  }

  @Test
  void many_are_asked_for_at_once() {
    String budi = ACME.registered(known("Budi"));
    report(siti, DAY).then().statusCode(200);
    AGENT
        .call()
        .contentType(ContentType.JSON)
        .body(
            "{\"purpose\":\"%s\",\"channel\":\"PHONE\",\"customerIds\":[\"%s\",\"%s\"]}"
                .formatted(duty, siti, budi))
        .post("/v1/contact-permissions")
        .then()
        .body("items[0].permission.reason", equalTo("DECEASED"))
        .body("items[1].permission.permitted", equalTo(true));
  }

  @Test
  void the_same_report_again_changes_nothing_and_another_day_replaces_it() {
    report(siti, "{}").then().statusCode(200).body("diedOn", nullValue());
    report(siti, "{}").then().statusCode(200);
    report(siti, DAY).then().statusCode(200);
    report(siti, DAY).then().statusCode(200);

    assertThat(published("customer.deceased")).hasSize(2);
    get(AGENT, siti).then().body("diedOn", equalTo("2026-02-01"));
  }

  @Test
  void of_many_reports_at_once_one_counts() throws Exception {
    List<Integer> answers = AtOnce.times(6, i -> report(siti, DAY).statusCode());

    assertThat(answers).containsOnly(200);
    assertThat(published("customer.deceased")).hasSize(1);
  }

  @Test
  void a_report_that_was_wrong_is_taken_back() {
    report(siti, DAY).then().statusCode(200);
    AGENT.call().delete("/v1/customers/{id}/death", siti).then().statusCode(204);

    assertThat(reason(siti, Map.of())).isEqualTo("LAWFUL_WITHOUT_CONSENT");
    get(AGENT, siti).then().statusCode(404);
    AGENT.get(siti).then().body("deceased", nullValue());
    AGENT.call().delete("/v1/customers/{id}/death", siti).then().statusCode(404);
    assertThat(published("customer.death-revoked")).hasSize(1);
    report(siti, DAY).then().statusCode(200);
    assertThat(reason(siti, Map.of())).isEqualTo("DECEASED");
  }

  @Test
  void a_death_counts_for_the_survivor_of_a_merge_and_goes_back_with_its_record() {
    String other = ACME.registered(known("Siti R."));
    report(other, DAY).then().statusCode(200);
    String merge = AGENT.merged(siti, other);
    assertThat(reason(siti, Map.of())).isEqualTo("DECEASED");
    AGENT.get(siti).then().body("deceased.diedOn", equalTo("2026-02-01"));
    report(siti, DAY).then().statusCode(200);

    AGENT.undo(merge).then().statusCode(202);
    assertThat(reason(siti, Map.of())).isEqualTo("LAWFUL_WITHOUT_CONSENT");
    assertThat(reason(other, Map.of())).isEqualTo("DECEASED");
  }

  @Test
  void what_cannot_be_is_refused() {
    report(siti, "{\"diedOn\":\"2199-01-01\"}")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/diedOn"));
    String company = ACME.registered(known("PT Maju").with("kind", "\"ORGANISATION\""));
    report(company, DAY).then().statusCode(422).body("errors[0].code", equalTo("person-only"));
    report("0194e201-9b00-7d11-9a22-1b2c3d4e5f60", DAY).then().statusCode(404);
    assertThat(reason(siti, Map.of())).isEqualTo("LAWFUL_WITHOUT_CONSENT");
  }

  @Test
  void nobody_dies_before_being_born() {
    String budi = ACME.registered(known("Budi").with("birthDate", "\"1990-04-21\""));
    report(budi, "{\"diedOn\":\"1990-04-20\"}")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/diedOn"));
    get(AGENT, budi).then().statusCode(404);
    report(budi, "{\"diedOn\":\"1990-04-21\"}").then().statusCode(200);
  }

  @Test
  void only_staff_report_a_death() {
    report(ACME, siti, DAY).then().statusCode(403);
    report(CustomerApi.customer(siti), siti, DAY).then().statusCode(403);
    report(new CustomerApi(Tokens.of("analyst")), siti, DAY).then().statusCode(403);
    ACME.call().delete("/v1/customers/{id}/death", siti).then().statusCode(403);
    get(AGENT, siti).then().statusCode(404);
  }

  private String before() {
    Instant reported = Instant.parse(get(AGENT, siti).path("reportedAt"));
    return reported.minusMillis(1).toString();
  }

  private List<TestTopics.Seen> published(String type) {
    await()
        .until(
            () ->
                jdbi.withHandle(
                    handle ->
                        handle
                            .createQuery("SELECT count(*) FROM outbox WHERE key = :id")
                            .bind("id", UUID.fromString(siti))
                            .mapTo(Long.class)
                            .one()
                            .equals(0L)));
    return topics.published(type).stream().filter(event -> event.json().contains(siti)).toList();
  }

  private static Response report(String customer, String body) {
    return report(AGENT, customer, body);
  }

  private static Response report(CustomerApi caller, String customer, String body) {
    return caller
        .call()
        .contentType(ContentType.JSON)
        .body(body)
        .put("/v1/customers/{id}/death", customer);
  }

  private static Response get(CustomerApi caller, String customer) {
    return caller.call().get("/v1/customers/{id}/death", customer);
  }

  private String reason(String customer, Map<String, String> moment) {
    return AGENT
        .call()
        .queryParam("purpose", duty)
        .queryParam("channel", "PHONE")
        .queryParams(moment)
        .get("/v1/customers/{id}/contact-permission", customer)
        .then()
        .statusCode(200)
        .extract()
        .path("reason");
  }
}
