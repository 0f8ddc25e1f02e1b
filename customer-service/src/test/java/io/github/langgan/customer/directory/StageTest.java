package io.github.langgan.customer.directory;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.PublishedContracts;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Analytics is played by the test. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class StageTest {

  private static final Instant SINCE = Instant.parse("2026-02-20T10:26:00Z");

  @Inject TestTopics topics;
  @Inject Jdbi jdbi;

  @Test
  void who_was_never_told_of_is_a_prospect_since_its_registration() {
    String siti = AGENT.registered(known("Siti Rahma"));

    JsonPath record = AGENT.get(siti).jsonPath();

    assertThat(record.getString("stage.stage")).isEqualTo("PROSPECT");
    assertThat(record.getString("stage.since")).isEqualTo(record.getString("registeredAt"));
  }

  @Test
  void the_record_shows_the_stage_that_analytics_told_and_how_fresh_it_is() {
    String siti = AGENT.registered(known("Siti Rahma"));
    String example =
        new String(PublishedContracts.example("analytics", "lifecycle.changed", 1), UTF_8);
    String customer = JsonPath.from(example).getString("customerId");

    told(
        topics.publish(
            "crm.analytics",
            UUID.fromString(siti),
            "lifecycle.changed",
            example.replace(customer, siti)));

    JsonPath record = AGENT.get(siti).jsonPath();
    assertThat(record.getString("stage.stage")).isEqualTo("LAPSING");
    assertThat(Instant.parse(record.getString("stage.since"))).isEqualTo(SINCE);
    assertThat(Instant.parse(record.getString("stage.freshness.asOf"))).isAfter(SINCE);
    assertThat(record.getInt("version")).isEqualTo(1);
  }

  @Test
  void a_word_that_is_older_than_what_is_known_changes_nothing() {
    String siti = AGENT.registered(known("Siti Rahma"));
    tell(siti, "ACTIVE", "2026-03-02T00:00:00Z");
    tell(siti, "NEW", "2026-03-01T00:00:00Z");
    stage(siti, "ACTIVE");

    tell(siti, "LAPSED", "2026-03-03T00:00:00Z");
    stage(siti, "LAPSED");
  }

  @Test
  void what_is_told_of_nobody_we_know_is_passed_over() {
    tell(UUID.randomUUID().toString(), "NEW", "2026-03-01T00:00:00Z");
    assertThat(parked()).isZero();
  }

  @Test
  void it_is_the_companys_judgement_and_neither_partners_nor_customers_see_it() {
    String siti = ACME.registered(known("Siti Rahma"));
    tell(siti, "LAPSED", "2026-03-01T00:00:00Z");

    stage(siti, "LAPSED");
    for (CustomerApi outsider : new CustomerApi[] {ACME, CustomerApi.customer(siti)}) {
      outsider.get(siti).then().statusCode(200).body("stage", nullValue());
      outsider.find("stage", "LAPSED").then().statusCode(403);
      outsider.call().get("/v1/customers/export?stage=LAPSED").then().statusCode(403);
    }
  }

  @Test
  void customers_are_listed_and_exported_by_their_stage() {
    String phone = Body.uniquePhone();
    String prospect = AGENT.registered(known("Siti").phone(phone));
    String lapsed = AGENT.registered(known("Siti").phone(phone));
    String again = AGENT.registered(known("Siti").phone(phone));
    tell(lapsed, "LAPSED", "2026-03-01T00:00:00Z");
    tell(again, "PROSPECT", "2026-03-01T00:00:00Z");

    found(phone, "LAPSED").body("items.customerId", contains(lapsed));
    found(phone, "PROSPECT").body("items.customerId", contains(again, prospect));
    found(phone, "NEW").body("items.size()", equalTo(0));
    String export =
        AGENT
            .call()
            .header("Accept", "application/x-ndjson")
            .queryParam("phone", phone)
            .queryParam("stage", "LAPSED")
            .get("/v1/customers/export")
            .asString();
    assertThat(export.lines()).hasSize(1).allMatch(line -> line.contains(lapsed));
    AGENT.find("stage", "GONE").then().statusCode(400);
  }

  @Test
  void of_a_merged_customer_the_survivors_stage_is_shown_until_they_are_split() {
    String survivor = AGENT.registered(known("Siti Rahma"));
    String merged = AGENT.registered(known("Siti R."));
    tell(survivor, "NEW", "2026-03-01T00:00:00Z");
    tell(merged, "LAPSED", "2026-03-01T00:00:00Z");
    String merge = AGENT.merged(survivor, merged);
    stage(merged, "NEW");
    tell(survivor, "ACTIVE", "2026-03-02T00:00:00Z");
    stage(merged, "ACTIVE");

    AGENT.undo(merge).then().statusCode(202);
    tell(survivor, "NEW", "2026-03-03T00:00:00Z");

    stage(survivor, "NEW");
    stage(merged, "LAPSED");
  }

  @Test
  void an_erased_customer_has_none_and_gets_none() {
    String siti = AGENT.registered(known("Siti Rahma"));
    tell(siti, "NEW", "2026-03-01T00:00:00Z");
    assertThat(rows(siti)).isEqualTo(1);
    jdbi.useHandle(h -> h.execute("DELETE FROM customer WHERE id = ?", UUID.fromString(siti)));
    assertThat(rows(siti)).isZero();

    tell(siti, "ACTIVE", "2026-03-02T00:00:00Z");

    assertThat(rows(siti)).isZero();
    assertThat(parked()).isZero();
  }

  private void tell(String customer, String stage, String asOf) {
    told(
        topics.publish(
            "crm.analytics",
            UUID.fromString(customer),
            "lifecycle.changed",
            """
            {"customerId":"%s","stage":"%s","since":"%s","asOf":"%s"}"""
                .formatted(customer, stage, SINCE, asOf)));
  }

  private void told(UUID event) {
    await().until(() -> count("SELECT count(*) FROM inbox WHERE event_id = :id", event) == 1);
  }

  private static void stage(String customer, String stage) {
    AGENT.get(customer).then().statusCode(200).body("stage.stage", equalTo(stage));
  }

  private static ValidatableResponse found(String phone, String stage) {
    return AGENT
        .call()
        .queryParam("phone", phone)
        .queryParam("stage", stage)
        .get("/v1/customers")
        .then()
        .statusCode(200);
  }

  private int rows(String customer) {
    return count(
        "SELECT count(*) FROM customer_stage WHERE customer_id = :id", UUID.fromString(customer));
  }

  private int parked() {
    return count(
        "SELECT count(*) FROM parked_event WHERE topic = 'crm.analytics' OR event_id = :id",
        UUID.randomUUID());
  }

  private int count(String sql, UUID id) {
    return jdbi.withHandle(h -> h.createQuery(sql).bind("id", id).mapTo(Integer.class).one());
  }
}
