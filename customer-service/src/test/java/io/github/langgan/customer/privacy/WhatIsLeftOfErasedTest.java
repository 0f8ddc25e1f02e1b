package io.github.langgan.customer.privacy;

import static io.github.langgan.customer.privacy.PrivacyApi.VERIFIED;
import static io.github.langgan.customer.privacy.PrivacyApi.erasure;
import static io.github.langgan.customer.privacy.PrivacyApi.get;
import static io.github.langgan.customer.privacy.PrivacyApi.opened;
import static io.github.langgan.customer.privacy.PrivacyApi.post;
import static io.github.langgan.customer.privacy.PrivacyApi.receipt;
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
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** In the tables and on the topic, whatever the record said and wherever it came from. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class WhatIsLeftOfErasedTest {

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
}
