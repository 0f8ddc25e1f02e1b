package io.github.langgan.customer.privacy;

import static io.github.langgan.customer.privacy.PrivacyApi.VERIFIED;
import static io.github.langgan.customer.privacy.PrivacyApi.certificate;
import static io.github.langgan.customer.privacy.PrivacyApi.erasure;
import static io.github.langgan.customer.privacy.PrivacyApi.get;
import static io.github.langgan.customer.privacy.PrivacyApi.opened;
import static io.github.langgan.customer.privacy.PrivacyApi.post;
import static io.github.langgan.customer.privacy.PrivacyApi.receipt;
import static io.github.langgan.customer.privacy.PrivacyApi.verify;
import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.unique;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.customer.testing.Body;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The other four services are played by the test. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class HowErasureIsAnsweredTest {

  /** Of what is answered of a customer, below its id. */
  private static final List<String> PARTS =
      List.of(
          "",
          "/history",
          "/provenance",
          "/quality",
          "/matches",
          "/intakes",
          "/consent-acts",
          "/consents",
          "/contact-permission?purpose=service&channel=EMAIL",
          "/death",
          "/network",
          "/relationships");

  @Inject TestTopics topics;
  @Inject Jdbi jdbi;

  @Test
  void an_erasure_is_complete_when_all_five_have_receipted_it() {
    String siti = ACME.registered(known("Siti Rahma"));
    String double_ = ACME.registered(known("Siti R."));
    AGENT.merged(siti, double_);
    String request = opened(erasure(siti));
    verify(request).then().statusCode(200);
    JsonPath asked = told("customer.erasure-requested", request);
    assertThat(asked.getString("customerId")).isEqualTo(siti);
    assertThat(asked.getList("subjects", String.class)).containsExactlyInAnyOrder(siti, double_);
    await().until(() -> receipt(request, "customer").getString("state").equals("DONE"));
    assertThat(told("erasure.receipted", request).getInt("erased.customers")).isEqualTo(2);

    for (String service : List.of("profile", "loyalty", "complaint")) {
      receipted(service, siti, request, 3);
      receipted(service, siti, request, 7);
    }
    await().until(() -> receipt(request, "complaint").getString("state").equals("DONE"));
    get(request).then().body("status", equalTo("IN_PROGRESS"));
    certificate(request).then().statusCode(409);
    receipted("analytics", siti, UUID.randomUUID().toString(), 1);
    receipted("analytics", siti, request, 0);

    await().until(() -> get(request).path("status").equals("COMPLETED"));
    JsonPath certificate = certificate(request).then().statusCode(200).extract().jsonPath();
    assertThat(certificate.getList("services.service")).hasSize(5);
    assertThat(certificate.getList("services.state")).containsOnly("DONE");
    assertThat(certificate.getInt("services[2].erased.things"))
        .as("the first answer counts")
        .isEqualTo(3);
    assertThat(certificate.getString("services[1].retained[0].legalReason")).isEqualTo("a law");
    assertThat(certificate.getBoolean("inTime")).isTrue();
    assertThat(certificate.getList("subjects")).hasSize(2);
    assertThat(waiting(request)).as("no reminder is left").isZero();
  }

  @Test
  void who_was_erased_is_asked_nothing_more() {
    String siti = ACME.registered(known("Siti Rahma"));
    String double_ = ACME.registered(known("Siti R."));
    String other = opened(erasure(double_));
    String merge = AGENT.merged(siti, double_);
    opened(erasure(siti, VERIFIED));
    get(other)
        .then()
        .body("status", equalTo("REFUSED"))
        .body("refusalReason", equalTo("The customer was erased"));
    post("", erasure(double_)).then().statusCode(410);
    AGENT.undo(merge).then().statusCode(410).body("type", endsWith("erased"));
    AGENT.merge(ACME.registered(known("Siti")), siti).then().statusCode(422);
    AGENT.patch(siti, 2, "{\"occupation\":\"Baker\"}").then().statusCode(410);
    AGENT.call().get("/v1/merges/{id}", merge).then().statusCode(200);
  }

  @Test
  void by_the_id_of_who_was_erased_staff_hear_that_it_is_and_others_find_nothing() {
    String siti = ACME.registered(known("Siti Rahma"));
    String double_ = ACME.registered(known("Siti R."));
    AGENT.merged(siti, double_);
    opened(erasure(siti, VERIFIED));
    for (String id : List.of(siti, double_)) {
      for (String part : PARTS) {
        String path = "/v1/customers/" + id + part;
        AGENT.call().get(path).then().statusCode(410).body("type", endsWith("erased"));
        ACME.call().get(path).then().statusCode(404);
      }
      AGENT.call().get("/v1/merges?customerId=" + id).then().statusCode(410);
      AGENT.call().get("/v1/never-matches?customerId=" + id).then().statusCode(410);
      said(id, "consent-acts", "{\"kind\":\"OBJECTED\"}").then().statusCode(410);
      said(id, "job-changes", "{\"occupation\":\"Baker\"}").then().statusCode(410);
      AGENT.call().delete("/v1/customers/{id}/death", id).then().statusCode(410);
    }
    AGENT.call().get("/v1/customers/{id}/history", UUID.randomUUID()).then().statusCode(404);
  }

  private static Response said(String customer, String part, String body) {
    return AGENT
        .call()
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(body)
        .post("/v1/customers/{id}/{part}", customer, part);
  }

  @Test
  void who_comes_again_is_another_customer() {
    Body siti = known("Siti Rahma").email(unique() + "@example.com");
    String before = ACME.registered(siti);
    opened(erasure(before, VERIFIED));
    String after = ACME.registered(siti);
    assertThat(after).isNotEqualTo(before);
    AGENT.get(after).then().statusCode(200).body("version", equalTo(1));
  }

  private void receipted(String service, String customer, String request, int things) {
    topics.publish(
        "crm." + service,
        UUID.fromString(customer),
        "erasure.receipted",
        """
        {"requestId":"%s","customerId":"%s","erasedAt":"2026-02-13T02:30:01Z",
         "erased":{"things":%d},"retained":[{"what":"x","count":1,"legalReason":"a law"}]}"""
            .formatted(request, customer, things));
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

  private int waiting(String request) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT count(*) FROM due_work WHERE subject = :id")
                .bind("id", request)
                .mapTo(Integer.class)
                .one());
  }
}
