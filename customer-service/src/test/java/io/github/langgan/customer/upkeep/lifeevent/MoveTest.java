package io.github.langgan.customer.upkeep.lifeevent;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.testing.CustomerApi.BETA;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers who live or work elsewhere, through the API. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MoveTest {

  private static final String NEW = address("Jalan Kenanga 12");

  private String siti;

  @BeforeEach
  void somebody_lives_somewhere() {
    siti =
        ACME.registered(
            known("Siti")
                .contact("{\"type\":\"POSTAL\",\"address\":%s}".formatted(address("Jalan 5")))
                .email("siti@clinic.example"));
  }

  @Test
  void a_move_is_a_version_that_tells_when_it_was_and_from_whom() {
    post(ACME, "moves", "{\"address\":%s,\"movedOn\":\"2026-02-01\"}".formatted(NEW))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("contacts[0].address.lines", contains("Jalan Kenanga 12"))
        .body("contacts[1].value", equalTo("siti@clinic.example"));

    AGENT
        .call()
        .get("/v1/customers/{id}/history", siti)
        .then()
        .body("items[0].source.form", equalTo("MOVE"))
        .body("items[0].happenedOn", equalTo("2026-02-01"))
        .body("items[0].changed", contains("contacts"))
        .body("items[0].before.contacts[0].address.lines", contains("Jalan 5"))
        .body("items[1].happenedOn", nullValue());
  }

  @Test
  void the_same_move_again_is_no_version() {
    String move = "{\"address\":%s}".formatted(NEW);
    post(ACME, "moves", move).then().statusCode(200);
    post(ACME, "moves", move).then().statusCode(200).body("version", equalTo(2));
  }

  @Test
  void a_move_without_its_day_was_on_the_day_on_which_we_heard_of_it() {
    String source = "{\"form\":\"WEB\",\"receivedAt\":\"2026-01-31T18:00:00Z\"}";
    post(ACME, "moves", "{\"address\":%s,\"source\":%s}".formatted(NEW, source))
        .then()
        .statusCode(200);
    AGENT
        .call()
        .get("/v1/customers/{id}/history", siti)
        .then()
        .body("items[0].happenedOn", equalTo("2026-02-01"))
        .body("items[0].source.form", equalTo("WEB"));
  }

  @Test
  void what_is_wrong_with_a_move_is_named_and_changes_nothing() {
    refused("moves", "{}", "/address");
    refused("moves", "{\"address\":{\"country\":\"Indonesia\"}}", "/address/country");
    refused("moves", "{\"address\":%s,\"from\":%s}".formatted(NEW, address("Elsewhere")), "/from");
    refused("moves", "{\"address\":%s,\"movedOn\":\"2199-01-01\"}".formatted(NEW), "/movedOn");
    ACME.get(siti).then().body("version", equalTo(1));
  }

  @Test
  void a_change_of_job_replaces_occupation_and_contacts() {
    post(
            ACME,
            "job-changes",
            """
            {"occupation":"Nurse","changedOn":"2026-02-01",
             "contactsNoLongerValid":[{"type":"EMAIL","value":"siti@clinic.example"}],
             "contacts":[{"type":"EMAIL","value":"siti@hospital.example"}]}
            """)
        .then()
        .statusCode(200)
        .body("occupation", equalTo("Nurse"))
        .body("contacts.value[1]", equalTo("siti@hospital.example"));
    AGENT
        .call()
        .get("/v1/customers/{id}/history", siti)
        .then()
        .body("items[0].source.form", equalTo("JOB_CHANGE"))
        .body("items[0].happenedOn", equalTo("2026-02-01"));
  }

  @Test
  void what_is_wrong_with_a_change_of_job_is_named() {
    refused("job-changes", "{\"occupation\":\" \"}", "/occupation");
    refused(
        "job-changes",
        "{\"occupation\":\"Nurse\",\"contactsNoLongerValid\":[{\"type\":\"EMAIL\",\"value\":\"x@example.com\"}]}",
        "/contactsNoLongerValid/0");
    refused(
        "job-changes",
        "{\"contacts\":[{\"type\":\"EMAIL\",\"value\":\"no address\"}]}",
        "/contacts/0/value");
    String company = ACME.registered(known("PT Maju").with("kind", "\"ORGANISATION\""));
    ACME.call()
        .contentType(ContentType.JSON)
        .body("{\"occupation\":\"Baker\"}")
        .post("/v1/customers/{id}/job-changes", company)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/occupation"));
  }

  @Test
  void others_customers_and_oneself_are_not_moved() {
    String move = "{\"address\":%s}".formatted(NEW);
    post(BETA, "moves", move).then().statusCode(404);
    post(CustomerApi.customer(siti), "moves", move).then().statusCode(403);
    String elsewhere = BETA.registered(known("Siti"));
    AGENT.merged(siti, elsewhere);
    post(ACME, "moves", move).then().statusCode(409).body("type", endsWith("shared-customer"));
    ACME.get(siti).then().body("contacts.address.lines.flatten()", contains("Jalan 5"));
  }

  private Response post(CustomerApi caller, String act, String body) {
    return caller
        .call()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/customers/{id}/" + act, siti);
  }

  private void refused(String act, String body, String pointer) {
    post(ACME, act, body).then().statusCode(422).body("errors.pointer", contains(pointer));
  }

  private static String address(String line) {
    return "{\"lines\":[\"%s\"],\"locality\":\"Bandung\",\"country\":\"ID\"}".formatted(line);
  }
}
