package io.github.langgan.customer.privacy;

import static io.github.langgan.customer.privacy.PrivacyApi.VERIFIED;
import static io.github.langgan.customer.privacy.PrivacyApi.certificate;
import static io.github.langgan.customer.privacy.PrivacyApi.erasure;
import static io.github.langgan.customer.privacy.PrivacyApi.get;
import static io.github.langgan.customer.privacy.PrivacyApi.opened;
import static io.github.langgan.customer.privacy.PrivacyApi.post;
import static io.github.langgan.customer.privacy.PrivacyApi.verify;
import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.person;
import static io.github.langgan.customer.testing.Body.uniqueWord;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.github.langgan.chassis.testing.EveryTable;
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
class ErasureTest {

  private static final List<String> OTHERS =
      List.of("profile", "loyalty", "complaint", "analytics");

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

  /** In everything that is said of the customer. */
  private final String canary = uniqueWord();

  @Test
  void nothing_that_was_ever_said_of_a_customer_is_left_in_any_table() {
    String key = UUID.randomUUID().toString();
    Body said = full();
    String siti = register(said, key).then().statusCode(201).extract().path("customerId");
    AGENT.patch(siti, 1, "{\"occupation\":\"Baker " + canary + "\"}").then().statusCode(200);
    AGENT
        .patch(siti, 2, "{\"name\":{\"full\":\"Siti Rahma\"},\"notes\":[]}")
        .then()
        .statusCode(200);
    String double_ = ACME.registered(full());
    consent(siti);
    consent(double_);
    form(said);
    String merge = AGENT.merged(siti, double_);
    AGENT.undo(merge).then().statusCode(202);
    AGENT.merged(siti, double_);
    proposeMerge(siti);
    neverMatch(double_);
    String refused = opened(erasure(siti).replace("ERASURE", "ACCESS"));
    post("/" + refused + "/refusal", "{\"reason\":\"" + canary + "\"}").then().statusCode(200);
    String request = opened(erasure(siti, "\"reason\":\"" + canary + "\""));
    assertThat(EveryTable.thatHolds(canary, jdbi))
        .contains(
            "customer",
            "customer_former",
            "consent_act",
            "idempotency_key",
            "merge",
            "intake",
            "never_match");

    post("/" + request + "/verification", verification()).then().statusCode(200);

    await().untilAsserted(() -> assertThat(EveryTable.thatHolds(canary, jdbi)).isEmpty());
    get(refused)
        .then()
        .body("status", equalTo("REFUSED"))
        .body("refusalReason", equalTo("(erased)"));
    AGENT.get(siti).then().statusCode(410).body("type", endsWith("erased"));
    AGENT.get(double_).then().statusCode(410);
    ACME.get(siti).then().statusCode(404);
    AGENT.find("name", canary).then().body("items", empty());
    register(said, key).then().statusCode(410);
    assertThat(receipt(request, "customer").getInt("erased.customers")).isEqualTo(2);
    assertThat(receipt(request, "customer").getInt("erased.intakes")).isEqualTo(1);
    assertThat(receipt(request, "customer").getList("retained.what"))
        .containsExactly("consentActs");
    assertThat(receipt(request, "customer").getList("retained.count")).containsExactly(2);
  }

  @Test
  void nothing_is_left_of_a_party_that_was_the_customer_nor_of_whom_the_customer_knew() {
    String siti = AGENT.registered(known("Siti Rahma"));
    String budi = AGENT.registered(known("Budi"));
    String party =
        send(
            "/v1/parties",
            """
            {"kind":"PERSON","name":{"full":"%1$s"},
             "identifiers":[{"source":"erp","value":"%1$s"}],
             "contacts":[{"type":"EMAIL","value":"%1$s@example.com"}]}
            """
                .formatted(canary),
            201,
            "partyId");
    AGENT
        .call()
        .contentType("application/merge-patch+json")
        .header("If-Match", "\"1\"")
        .body("{\"customerId\":\"" + siti + "\"}")
        .patch("/v1/parties/{id}", party)
        .then()
        .statusCode(200);
    String home =
        send(
            "/v1/relationships",
            """
            {"type":"HOUSEHOLD","from":{"partyId":"%s"},"to":{"customerId":"%s"}}
            """
                .formatted(party, budi),
            201,
            "relationshipId");
    String ended = "{\"validUntil\":\"2026-01-01\",\"reason\":\"" + canary + "\"}";
    send("/v1/relationships/" + home + "/end", ended, 200, "relationshipId");
    assertThat(EveryTable.thatHolds(canary, jdbi))
        .contains("party", "party_contact", "party_identifier", "relationship", "idempotency_key");

    String request = opened(erasure(siti, VERIFIED));

    await().untilAsserted(() -> assertThat(EveryTable.thatHolds(canary, jdbi)).isEmpty());
    AGENT.call().get("/v1/parties/{id}", party).then().body("name.full", equalTo("(erased)"));
    AGENT
        .call()
        .contentType("application/merge-patch+json")
        .header("If-Match", "\"3\"")
        .body("{\"name\":{\"full\":\"Siti\"}}")
        .patch("/v1/parties/{id}", party)
        .then()
        .statusCode(410)
        .body("type", endsWith("erased"));
    AGENT.call().get("/v1/relationships/{id}", home).then().statusCode(404);
    send(
        "/v1/relationships",
        """
        {"type":"HOUSEHOLD","from":{"partyId":"%s"},"to":{"customerId":"%s"}}
        """
            .formatted(party, budi),
        422,
        "errors[0].pointer");
    await().until(() -> receipt(request, "customer").getString("state").equals("DONE"));
    assertThat(receipt(request, "customer").getInt("erased.parties")).isEqualTo(1);
    assertThat(receipt(request, "customer").getInt("erased.relationships")).isEqualTo(1);
  }

  private static String send(String path, String body, int status, String id) {
    return AGENT
        .call()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType("application/json")
        .body(body)
        .post(path)
        .then()
        .statusCode(status)
        .extract()
        .path(id);
  }

  @Test
  void of_who_was_merged_with_the_customer_for_a_while_only_its_own_is_left() {
    String budi = ACME.registered(known("Budi Santoso"));
    String siti = ACME.registered(full());
    AGENT.merged(budi, siti);
    AGENT.patch(budi, 2, "{\"occupation\":\"Baker\"}").then().statusCode(200);
    String merge = AGENT.call().get("/v1/merges?customerId=" + budi).path("items[0].mergeId");
    AGENT.undo(merge).then().statusCode(202);

    await().until(() -> readable().stream().anyMatch(json -> json.contains(canary)));

    opened(erasure(siti, VERIFIED));

    await().untilAsserted(() -> assertThat(EveryTable.thatHolds(canary, jdbi)).isEmpty());
    assertThat(readable()).noneMatch(json -> json.contains(canary));
    assertThat(topics.decrypted(topics.on("crm.customer")))
        .filteredOn(event -> event.key().toString().equals(budi))
        .last()
        .satisfies(event -> assertThat(event.json()).contains("Budi Santoso"));
    AGENT.get(budi).then().statusCode(200).body("name.full", equalTo("Budi Santoso"));
    AGENT
        .call()
        .get("/v1/customers/{id}/history", budi)
        .then()
        .statusCode(200)
        .body("items", hasSize(4));
  }

  /** What is on our topic, as whoever has all keys that there are reads it. */
  private List<String> readable() {
    return topics.decrypted(topics.on("crm.customer")).stream().map(TestTopics.Seen::json).toList();
  }

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
    Body siti = full();
    String before = ACME.registered(siti);
    opened(erasure(before, VERIFIED));
    String after = ACME.registered(siti);
    assertThat(after).isNotEqualTo(before);
    AGENT.get(after).then().statusCode(200).body("version", equalTo(1));
  }

  private Body full() {
    return person("Siti " + canary)
        .identifier("acme", canary + UUID.randomUUID())
        .email(canary + "@example.com")
        .contact(
            """
            {"type":"POSTAL","address":{"lines":["6 %1$s Street"],"locality":"%1$s",\
            "region":"%1$s","postalCode":"4011","country":"AU"}}"""
                .formatted(canary))
        .with("occupation", "\"" + canary + "\"")
        .with("notes", "[{\"label\":\"%1$s\",\"text\":\"likes %1$s\"}]".formatted(canary));
  }

  private String verification() {
    return "{\"method\":\"ID_DOCUMENT\",\"reference\":\"%s\"}".formatted(canary);
  }

  private static Response register(Body body, String key) {
    return ACME.call()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(body.json())
        .post("/v1/customers");
  }

  private void form(Body customer) {
    ACME.call()
        .contentType("application/json")
        .body(
            """
            {"externalId":"%1$s","receivedAt":"2026-01-05T03:00:00Z",
             "customer":{"name":{"full":"%1$s"},"identifiers":[{"source":"acme","value":"%2$s"}]},
             "serviceRequest":{"subject":"%1$s"}}
            """
                .formatted(canary, customer.firstIdentifier()))
        .post("/v1/intakes/service-requests")
        .then()
        .statusCode(201)
        .body("outcome", equalTo("UNCHANGED"));
  }

  private void consent(String customer) {
    AGENT
        .call()
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(
            """
            {"kind":"OBJECTED","reason":"%1$s","proof":{"method":"FORM","reference":"%1$s"}}"""
                .formatted(canary))
        .post("/v1/customers/{id}/consent-acts", customer)
        .then()
        .statusCode(201);
  }

  private void proposeMerge(String customer) {
    AGENT
        .call()
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(
            "{\"survivor\":\"%s\",\"merged\":\"%s\"}"
                .formatted(ACME.registered(known("Budi")), customer))
        .post("/v1/merges?dryRun=true")
        .then()
        .statusCode(202);
  }

  private void neverMatch(String customer) {
    AGENT
        .call()
        .contentType("application/json")
        .body(
            "{\"customerId\":\"%s\",\"otherCustomerId\":\"%s\",\"reason\":\"%s\"}"
                .formatted(customer, ACME.registered(known("Budi")), canary))
        .post("/v1/never-matches")
        .then()
        .statusCode(201);
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

  private static JsonPath receipt(String request, String service) {
    JsonPath all = get(request).jsonPath();
    return all.setRootPath("services.find { it.service == '%s' }".formatted(service));
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
