package io.github.langgan.customer.privacy;

import static io.github.langgan.customer.privacy.PrivacyApi.VERIFIED;
import static io.github.langgan.customer.privacy.PrivacyApi.erasure;
import static io.github.langgan.customer.privacy.PrivacyApi.get;
import static io.github.langgan.customer.privacy.PrivacyApi.officer;
import static io.github.langgan.customer.privacy.PrivacyApi.opened;
import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.unique;
import static io.github.langgan.customer.testing.Body.uniqueWord;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.testing.EveryTable;
import io.github.langgan.chassis.testing.MovableClock;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The other four services are played by the test. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AccessTest {

  @Inject TestTopics topics;
  @Inject MovableClock clock;
  @Inject Jdbi jdbi;

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void a_package_holds_what_all_five_have_in_their_parts() {
    Body body = known("Siti Rahma").phone("0812-3456-789");
    String siti = ACME.registered(body);
    made(
        ACME,
        "/v1/intakes/web-forms",
        """
        {"externalId":"%1$s","receivedAt":"2026-01-05T03:00:00Z",
         "customer":{"name":{"full":"Siti R."},"identifiers":[{"source":"acme","value":"%1$s"}]},
         "webForm":{"page":"/contact","message":"Call me"}}
        """
            .formatted(body.firstIdentifier()),
        "intakeId");
    AGENT.patch(siti, 1, "{\"occupation\":\"Baker\",\"notes\":[{\"text\":\"Kind\"}]}");
    String double_ = ACME.registered(known("Siti R."));
    AGENT.merged(siti, double_);
    String request = opened(request("ACCESS", siti));
    get(request).then().body("status", equalTo("IN_PROGRESS"));
    fetch(request).then().statusCode(409).body("type", endsWith("package-not-ready"));
    JsonPath asked = asked(request);
    assertThat(asked.getString("kind")).isEqualTo("ACCESS");
    assertThat(asked.getList("subjects", String.class)).containsExactlyInAnyOrder(siti, double_);

    prepared("profile", siti, request, 1, false, "first");
    prepared("profile", siti, request, 2, true, "second");
    List.of("loyalty", "complaint").forEach(one -> prepared(one, siti, request, 1, true, "x"));
    await().until(() -> get(request).path("services[3].state").equals("DONE"));
    fetch(request).then().statusCode(409);
    topics.publish(
        "crm.analytics",
        UUID.fromString(siti),
        "access.prepared",
        """
        {"requestId":"%s","customerId":"%s","preparedAt":"2026-02-13T02:30:01Z","part":1,"last":true}"""
            .formatted(request, siti));

    await().until(() -> get(request).path("status").equals("COMPLETED"));
    JsonPath all = fetch(request).then().statusCode(200).extract().jsonPath();
    assertThat(all.getList("parts.service"))
        .containsExactly("customer", "profile", "profile", "loyalty", "complaint", "analytics");
    assertThat(all.getString("parts[2].data.things[0].name")).isEqualTo("second");
    assertThat(all.getList("parts[0].data.records.fullName")).contains("Siti Rahma", "Siti R.");
    assertThat(all.getList("parts[0].data.contacts.value")).contains("+628123456789");
    assertThat(all.getList("parts[0].data.notes.text")).contains("Kind");
    assertThat(all.getList("parts[0].data.intakes.said.name.full")).containsExactly("Siti R.");
    assertThat(all.getList("parts[0].data.intakes.details.message")).containsExactly("Call me");
    assertThat(all.getList("parts[0].data.formerVersions")).isNotEmpty();
    assertThat(fetches(request)).isEqualTo(1);
    clock.advance(Duration.ofDays(34));
    await().until(() -> fetch(request).statusCode() == 409);
  }

  @Test
  void a_package_tells_what_the_customer_is_to_others_but_not_who_they_are() {
    CustomerApi manager = new CustomerApi(Tokens.of("manager"));
    String siti = ACME.registered(known("Siti Rahma"));
    String employer =
        made(
            manager,
            "/v1/parties",
            "{\"kind\":\"ORGANISATION\",\"name\":{\"full\":\"PT Rahasia\"},\"identifiers\":[%s]}"
                .formatted("{\"source\":\"erp\",\"value\":\"" + unique() + "\"}"),
            "partyId");
    made(
        manager,
        "/v1/parties",
        """
        {"kind":"PERSON","name":{"full":"Bu Siti"},"customerId":"%s","roles":[{"role":"EMPLOYEE"}]}
        """
            .formatted(siti),
        "partyId");
    made(
        manager,
        "/v1/relationships",
        "{\"type\":\"EMPLOYER\",\"from\":{\"customerId\":\"%s\"},\"to\":{\"partyId\":\"%s\"}}"
            .formatted(siti, employer),
        "relationshipId");

    String request = opened(request("ACCESS", siti));
    List.of("profile", "loyalty", "complaint", "analytics")
        .forEach(one -> prepared(one, siti, request, 1, true, "x"));
    await().until(() -> get(request).path("status").equals("COMPLETED"));

    Response fetched = fetch(request);
    JsonPath all = fetched.jsonPath();
    assertThat(all.getString("parts[0].data.parties[0].fullName")).isEqualTo("Bu Siti");
    assertThat(all.getString("parts[0].data.parties[0].roles[0].role")).isEqualTo("EMPLOYEE");
    assertThat(all.getList("parts[0].data.relationships.to")).containsExactly(employer);
    assertThat(fetched.asString()).doesNotContain("PT Rahasia");
  }

  private static String made(CustomerApi caller, String path, String body, String id) {
    return caller
        .call()
        .contentType(ContentType.JSON)
        .body(body)
        .post(path)
        .then()
        .statusCode(201)
        .extract()
        .path(id);
  }

  @Test
  void what_a_customer_takes_elsewhere_is_what_it_gave() {
    String siti = ACME.registered(known("Siti Rahma").with("notes", "[{\"text\":\"Kind\"}]"));
    String request = opened(request("PORTABILITY", siti));
    assertThat(asked(request).getString("kind")).isEqualTo("PORTABILITY");
    List.of("profile", "loyalty", "complaint", "analytics")
        .forEach(one -> prepared(one, siti, request, 1, true, "x"));
    await().until(() -> get(request).path("status").equals("COMPLETED"));
    JsonPath all = fetch(request).jsonPath();
    assertThat(all.getList("parts[0].data.records")).hasSize(1);
    assertThat(all.getString("parts[0].data.notes")).isNull();
  }

  @Test
  void an_erasure_takes_what_was_gathered_and_what_still_comes() {
    String canary = uniqueWord();
    String siti = ACME.registered(known("Siti " + canary));
    String asked = request("ACCESS", siti);
    String request = opened("{\"reason\":\"" + canary + "\"," + asked.substring(1));
    prepared("profile", siti, request, 1, false, canary);
    await().until(() -> EveryTable.thatHolds(canary, jdbi).contains("privacy_package_part"));
    opened(erasure(siti, VERIFIED));
    prepared("profile", siti, request, 2, true, canary);
    prepared("loyalty", siti, request, 1, true, canary);
    String next = ACME.registered(known("Budi"));
    String later = opened(request("ACCESS", next));
    prepared("profile", next, later, 1, true, "x");
    prepared("loyalty", next, later, 1, true, "x");
    await().until(() -> get(later).path("services[2].state").equals("DONE"));
    await().untilAsserted(() -> assertThat(EveryTable.thatHolds(canary, jdbi)).isEmpty());
    get(request).then().body("status", equalTo("REFUSED"));
    fetch(request).then().statusCode(409);
  }

  private static String request(String kind, String customer) {
    return "{\"kind\":\"%s\",\"customerId\":\"%s\",%s}".formatted(kind, customer, VERIFIED);
  }

  private static Response fetch(String request) {
    return officer().get("/v1/privacy-requests/{id}/package", request);
  }

  private JsonPath asked(String request) {
    return JsonPath.from(
        await()
            .until(
                () ->
                    topics.published("customer.access-requested").stream()
                        .filter(event -> event.json().contains(request))
                        .toList(),
                events -> events.size() == 1)
            .getFirst()
            .json());
  }

  private void prepared(
      String service, String customer, String request, int part, boolean last, String name) {
    topics.publish(
        "crm." + service,
        UUID.fromString(customer),
        "access.prepared",
        """
        {"requestId":"%s","customerId":"%s","preparedAt":"2026-02-13T02:30:01Z","part":%d,
         "last":%s,"person":{"data":{"things":[{"name":"%s"}]}}}"""
            .formatted(request, customer, part, last, name));
  }

  private int fetches(String request) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT count(*) FROM audit_entry
                     WHERE action = 'privacy-package.fetched' AND subject_id = :id
                    """)
                .bind("id", request)
                .mapTo(Integer.class)
                .one());
  }
}
