package io.github.langgan.customer.upkeep.updating;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.upkeep.updating.UpdateApi.confirm;
import static io.github.langgan.customer.upkeep.updating.UpdateApi.correct;
import static io.github.langgan.customer.upkeep.updating.UpdateApi.open;
import static io.github.langgan.customer.upkeep.updating.UpdateApi.read;
import static io.github.langgan.customer.upkeep.updating.UpdateApi.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class SaidByCustomersTest {

  @Inject Clock clock;
  @Inject Jdbi jdbi;
  @Inject TestTopics topics;

  @Test
  void what_a_customer_confirms_is_fresh_again() {
    String siti = ACME.registered(said(Duration.ofDays(4 * 365)));
    JsonPath before = told(siti, "quality");
    assertThat(before.getList("shortcomings.reason")).contains("STALE");

    confirm(token(siti), 1).then().statusCode(200);

    JsonPath after = told(siti, "quality");
    assertThat(after.getList("shortcomings.reason")).doesNotContain("STALE");
    assertThat(after.getInt("score")).isGreaterThan(before.getInt("score") + 10);
    assertThat(forms(siti))
        .containsOnly(
            entry("/name", "UPDATE_REQUEST"),
            entry("/birthDate", "UPDATE_REQUEST"),
            entry("/occupation", "UPDATE_REQUEST"),
            entry("/language", "UPDATE_REQUEST"),
            entry("/contacts/0", "UPDATE_REQUEST"),
            entry("/identifiers/0", "WEB"),
            entry("/notes/0", "WEB"));
    assertThat(told(siti, "provenance").getString("values[0].reporter")).isEqualTo("CUSTOMER");
  }

  @Test
  void what_a_customer_leaves_as_it_is_while_correcting_is_confirmed() {
    String siti = ACME.registered(said(Duration.ofDays(4 * 365)));

    correct(token(siti), 1, "{\"occupation\":\"Baker\"}").then().statusCode(200);

    assertThat(forms(siti))
        .contains(
            entry("/name", "UPDATE_REQUEST"),
            entry("/contacts/0", "UPDATE_REQUEST"),
            entry("/identifiers/0", "WEB"));
    assertThat(told(siti, "quality").getList("shortcomings.reason")).doesNotContain("STALE");
  }

  @Test
  void a_confirmation_is_told_to_the_history_to_the_others_and_to_matching() {
    String siti = ACME.registered(known("Siti Rahma"));
    Response opened = open(siti, "{}");
    String request = opened.path("updateRequestId");

    confirm(opened.path("token"), 1).then().statusCode(200);

    JsonPath history = told(siti, "history");
    assertThat(history.getInt("items[0].version")).isEqualTo(2);
    assertThat(history.getString("items[0].source.form")).isEqualTo("UPDATE_REQUEST");
    assertThat(history.getString("items[0].reporter")).isEqualTo("CUSTOMER");
    assertThat(history.getString("items[0].by")).isEqualTo("update-request/" + request);
    assertThat(history.getList("items[0].changed")).isEmpty();
    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("customer.updated"))
                    .filteredOn(event -> event.json().contains(siti))
                    .singleElement()
                    .satisfies(
                        event ->
                            assertThat(JsonPath.from(event.json()).getString("source.form"))
                                .isEqualTo("UPDATE_REQUEST")));
    assertThat(answersAudited(request)).isEqualTo("CONFIRMED " + siti + " 2");
  }

  @Test
  void a_corrected_number_is_compared_with_those_of_others() {
    String phone = Body.uniquePhone();
    String name = "Siti " + Body.uniqueWord();
    String twin = ACME.registered(known(name).phone(phone).with("birthDate", "\"1990-04-21\""));
    String siti = ACME.registered(known(name).with("birthDate", "\"1990-04-21\""));

    correct(
            token(siti),
            1,
            "{\"contacts\":[{\"type\":\"PHONE\",\"value\":\"%s\"}]}".formatted(phone))
        .then()
        .statusCode(200);

    AGENT.find("phone", phone).then().body("items.customerId", containsInAnyOrder(siti, twin));
    await()
        .untilAsserted(
            () ->
                AGENT
                    .call()
                    .get("/v1/customers/{id}/matches", siti)
                    .then()
                    .body("items.otherCustomerId", hasItem(twin)));
  }

  @Test
  void a_merged_customer_sees_its_survivor_and_answers_for_it() {
    String survivor = ACME.registered(said(Duration.ofDays(4 * 365)));
    String merged = ACME.registered(known("Siti R.").email("siti.r@example.com"));
    String token = token(merged);
    String merge = AGENT.merged(survivor, merged);
    read(token)
        .then()
        .body("occupation", equalTo("Teacher"))
        .body("contacts.value", hasItem("siti.r@example.com"));

    correct(
            token,
            2,
            "{\"contacts\":[{\"type\":\"EMAIL\",\"value\":\"siti.r@example.com\"},{\"type\":\"EMAIL\",\"value\":\"new@example.com\"}]}")
        .then()
        .statusCode(200)
        .body("version", equalTo(3));

    assertThat(forms(survivor))
        .contains(
            entry("/name", "UPDATE_REQUEST"),
            entry("/contacts/0", "UPDATE_REQUEST"),
            entry("/contacts/1", "UPDATE_REQUEST"));
    AGENT.undo(merge).then().statusCode(202);
    AGENT
        .get(merged)
        .then()
        .body("contacts.value", contains("siti.r@example.com", "new@example.com"));
    AGENT.get(survivor).then().body("contacts", empty());
    read(token).then().statusCode(409);
  }

  @Test
  void of_an_erased_customer_nothing_is_shown_and_nobody_is_asked() {
    String siti = ACME.registered(known("Siti Rahma"));
    String key = UUID.randomUUID().toString();
    String token = open(AGENT, siti, "{}", key).path("token");

    ask(siti, "ERASURE");

    read(token).then().statusCode(410).body("type", endsWith("erased"));
    confirm(token, 1).then().statusCode(410);
    open(siti, "{}").then().statusCode(410);
    UpdateApi.list(siti).then().statusCode(410);
    await()
        .untilAsserted(
            () ->
                open(AGENT, siti, "{}", key)
                    .then()
                    .statusCode(410)
                    .body("type", endsWith("erased")));
  }

  @Test
  void nobody_is_asked_whose_data_is_only_kept() {
    String siti = ACME.registered(known("Siti Rahma"));
    String merged = ACME.registered(known("Siti R."));
    AGENT.merged(siti, merged);

    ask(siti, "RESTRICTION");

    open(siti, "{}").then().statusCode(409).body("type", endsWith("customer-restricted"));
    open(merged, "{}").then().statusCode(409);
    UpdateApi.list(siti).then().body("items", empty());
  }

  @Test
  void nobody_is_asked_who_has_died() {
    String siti = ACME.registered(known("Siti Rahma"));
    AGENT
        .call()
        .contentType("application/json")
        .body("{\"diedOn\":\"2026-01-05\"}")
        .put("/v1/customers/{id}/death", siti)
        .then()
        .statusCode(200);

    open(siti, "{}").then().statusCode(409).body("type", endsWith("customer-deceased"));
  }

  @Test
  void a_customer_is_told_of_what_it_was_asked() {
    String siti = ACME.registered(known("Siti Rahma"));
    String request = open(siti, "{}").path("updateRequestId");

    String asked = ask(siti, "ACCESS");

    String content =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT content::text FROM privacy_package_part
                         WHERE request_id = :id AND service = 'customer'
                        """)
                    .bind("id", UUID.fromString(asked))
                    .mapTo(String.class)
                    .one());
    assertThat(content).contains("updateRequests", request);
  }

  private static String ask(String customer, String kind) {
    return new CustomerApi(Tokens.of("privacy-officer"))
        .call()
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(
            """
            {"kind":"%s","customerId":"%s","verification":{"method":"CALL_BACK"}}"""
                .formatted(kind, customer))
        .post("/v1/privacy-requests")
        .then()
        .statusCode(201)
        .extract()
        .path("privacyRequestId");
  }

  private Body said(Duration ago) {
    return known("Siti Rahma")
        .phone(Body.uniquePhone())
        .with("birthDate", "\"1990-04-21\"")
        .with("occupation", "\"Teacher\"")
        .with("language", "\"id\"")
        .with("notes", "[{\"text\":\"Calls often\"}]")
        .with(
            "source",
            "{\"form\":\"WEB\",\"receivedAt\":\"%s\"}".formatted(clock.instant().minus(ago)));
  }

  private static JsonPath told(String customer, String what) {
    return AGENT
        .call()
        .get("/v1/customers/{id}/" + what, customer)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** By pointer. */
  private static Map<String, String> forms(String customer) {
    Map<String, String> forms = new HashMap<>();
    for (Map<String, ?> value : told(customer, "provenance").<Map<String, ?>>getList("values")) {
      forms.put(
          (String) value.get("pointer"), (String) ((Map<?, ?>) value.get("source")).get("form"));
    }
    return forms;
  }

  private String answersAudited(String request) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT reason || ' ' || (details ->> 'customer') || ' '
                           || (details ->> 'version')
                      FROM audit_entry
                     WHERE action = 'update-request.answered' AND subject_id = :id
                    """)
                .bind("id", request)
                .mapTo(String.class)
                .one());
  }
}
