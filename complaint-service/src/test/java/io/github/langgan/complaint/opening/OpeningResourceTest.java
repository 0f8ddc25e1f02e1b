package io.github.langgan.complaint.opening;

import static io.github.langgan.complaint.Callers.agent;
import static io.github.langgan.complaint.Callers.asCustomer;
import static io.github.langgan.complaint.Callers.caseBody;
import static io.github.langgan.complaint.Callers.open;
import static io.github.langgan.complaint.Callers.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.complaint.Callers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAccumulator;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OpeningResourceTest {

  @Inject Callers callers;
  @Inject TestTopics topics;
  @Inject Jdbi jdbi;

  @Test
  void a_case_is_opened_for_a_customer_who_was_registered_a_moment_ago() {
    UUID siti = callers.aCustomer();
    Response opened =
        open(agent(), "COMPLAINT", siti)
            .statusCode(201)
            .header("ETag", equalTo("\"1\""))
            .header("Langgan-Position", matchesPattern("crm.complaint/" + siti + "/\\d+"))
            .body("status", equalTo("OPEN"))
            .body("customerId", equalTo(siti.toString()))
            .body("clock.kind", equalTo("RESOLUTION"))
            .body("clock.metAt", nullValue())
            .extract()
            .response();
    UUID id = UUID.fromString(opened.path("caseId"));
    assertThat(opened.header("Location")).endsWith("/v1/cases/" + id);
    assertThat(
            Duration.between(
                Instant.parse(opened.path("openedAt")), Instant.parse(opened.path("clock.dueAt"))))
        .isEqualTo(Duration.ofDays(3));
    read(id)
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("subject", equalTo("The parcel came late"));
  }

  @Test
  void an_inquiry_is_promised_sooner() {
    Response opened = open(agent(), "INQUIRY", callers.aCustomer()).extract().response();
    assertThat(
            Duration.between(
                Instant.parse(opened.path("openedAt")), Instant.parse(opened.path("clock.dueAt"))))
        .isEqualTo(Duration.ofDays(1));
  }

  @Test
  void opening_is_published_once_with_the_subject_encrypted() {
    UUID siti = callers.aCustomer();
    UUID id = callers.anOpenCase(siti);
    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("case.opened"))
                    .filteredOn(event -> event.key().equals(siti))
                    .singleElement()
                    .satisfies(
                        event ->
                            assertThat(event.json())
                                .contains(id.toString(), "\"person\":\"ey")
                                .doesNotContain("parcel", "A week after the promise")));
  }

  @Test
  void the_same_key_again_gives_the_same_case() {
    UUID siti = callers.aCustomer();
    String key = UuidV7.next().toString();
    var first =
        agent().header("Idempotency-Key", key).body(caseBody("INQUIRY", siti)).post("/v1/cases");
    var again =
        agent().header("Idempotency-Key", key).body(caseBody("INQUIRY", siti)).post("/v1/cases");
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
  }

  @Test
  void a_key_is_needed() {
    agent()
        .body(caseBody("INQUIRY", UuidV7.next()))
        .post("/v1/cases")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/idempotency-key-missing"));
  }

  @Test
  void an_unknown_customer_is_refused() {
    open(agent(), "COMPLAINT", UuidV7.next())
        .statusCode(422)
        .body("type", equalTo("/problems/unknown-customer"))
        .body("errors[0].pointer", equalTo("/customerId"));
  }

  @Test
  void who_waits_for_a_customer_holds_no_connection_meanwhile() {
    var answer =
        CompletableFuture.supplyAsync(
            () -> open(agent(), "COMPLAINT", UuidV7.next()).extract().statusCode());
    var mostHeld = new LongAccumulator(Math::max, 0);
    await()
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              mostHeld.accumulate(transactionsThatLookForCustomers());
              return answer.isDone();
            });
    assertThat(answer.join()).isEqualTo(422);
    assertThat(mostHeld.get()).isZero();
  }

  /** Open for longer than it takes to look once. */
  private long transactionsThatLookForCustomers() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT count(*) FROM pg_stat_activity
                     WHERE datname = current_database() AND pid <> pg_backend_pid()
                       AND query LIKE '%FROM known_customer%'
                       AND clock_timestamp() - xact_start > interval '1.5 seconds'
                    """)
                .mapTo(Long.class)
                .one());
  }

  @Test
  void a_customer_opens_and_reads_its_own_cases_only() {
    UUID siti = callers.aCustomer();
    UUID budi = callers.aCustomer();
    callers.anOpenCase(budi);
    UUID own =
        UUID.fromString(
            open(asCustomer(siti), "INQUIRY", siti).statusCode(201).extract().path("caseId"));
    asCustomer(siti).get("/v1/cases/{id}", own).then().statusCode(200);
    asCustomer(budi).get("/v1/cases/{id}", own).then().statusCode(404);
    open(asCustomer(siti), "INQUIRY", budi)
        .statusCode(422)
        .body("type", equalTo("/problems/unknown-customer"));
    asCustomer(siti).post("/v1/cases/{id}/acknowledgement", own).then().statusCode(403);
  }

  @Test
  void what_is_missing_is_named() {
    agent()
        .header("Idempotency-Key", UuidV7.next().toString())
        .body("{\"kind\":\"COMPLAINT\",\"customerId\":\"%s\"}".formatted(UuidV7.next()))
        .post("/v1/cases")
        .then()
        .statusCode(422)
        .body(
            "errors.pointer", org.hamcrest.Matchers.hasItems("/channel", "/category", "/subject"));
  }
}
