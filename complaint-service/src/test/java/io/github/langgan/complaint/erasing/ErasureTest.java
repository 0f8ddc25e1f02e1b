package io.github.langgan.complaint.erasing;

import static io.github.langgan.complaint.Callers.acknowledge;
import static io.github.langgan.complaint.Callers.agent;
import static io.github.langgan.complaint.Callers.asCustomer;
import static io.github.langgan.complaint.Callers.open;
import static io.github.langgan.complaint.Callers.read;
import static io.github.langgan.complaint.Callers.resolve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.EveryTable;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.complaint.Callers;
import io.github.langgan.complaint.Merges;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ErasureTest {

  private static final String WAITING_FOR_THE_ANSWER =
      "pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'UPDATE idempotency_key%'";

  private final String canary = "canary" + UUID.randomUUID();

  @Inject Callers callers;
  @Inject Merges merges;
  @Inject TestTopics topics;
  @Inject Jdbi jdbi;

  @Test
  void nothing_that_was_said_in_a_customers_cases_is_left_in_any_table() {
    UUID siti = callers.aCustomer();
    UUID double_ = callers.aCustomer();
    UUID solved = aCase(siti);
    UUID other = aCase(double_);
    acknowledge(solved).statusCode(200);
    resolve(solved, "{\"summary\":\"%s\"}".formatted(canary)).statusCode(200);
    merges.merge(double_, siti);
    assertThat(EveryTable.thatHolds(canary, jdbi)).contains("cases", "idempotency_key");

    JsonPath receipt = receipt(requested(siti, double_));

    assertThat(EveryTable.thatHolds(canary, jdbi)).isEmpty();
    assertThat(receipt.getInt("erased.caseTexts")).isEqualTo(2);
    assertThat(receipt.getInt("retained[0].count")).isEqualTo(2);
    read(solved).statusCode(200).body("status", equalTo("CLOSED")).body("subject", equalTo(""));
    read(other)
        .statusCode(200)
        .body("status", equalTo("CLOSED"))
        .body("clock.metAt", nullValue())
        .body("clock.breachedAt", nullValue());
  }

  @Test
  void nobody_answers_the_case_of_who_was_erased_and_its_clock_does_not_run_out() {
    UUID siti = callers.aCustomer();
    UUID open = aCase(siti);
    UUID known = aCase(siti);
    acknowledge(known).statusCode(200);
    receipt(requested(siti));
    resolve(open, "{\"summary\":\"%s\"}".formatted(canary)).statusCode(409);
    resolve(known, "{\"summary\":\"%s\"}".formatted(canary)).statusCode(409);
    assertThat(EveryTable.thatHolds(canary, jdbi)).isEmpty();
    for (UUID one : List.of(open, known)) {
      assertThat(count("due_work WHERE subject = '%s'".formatted(one))).isZero();
      assertThat(topics.published("case.closed"))
          .filteredOn(event -> event.json().contains(one.toString()))
          .hasSize(1);
    }
  }

  @Test
  void by_the_id_of_who_was_erased_staff_hear_that_it_is_and_others_find_nothing() {
    UUID siti = callers.aCustomer();
    UUID double_ = callers.aCustomer();
    UUID opened = aCase(siti);
    aCase(double_);
    merges.merge(siti, double_);
    receipt(requested(siti, double_));
    for (UUID id : List.of(siti, double_)) {
      String cases = "/v1/cases?customerId=" + id;
      agent().get(cases).then().statusCode(410).body("type", endsWith("erased"));
      for (String path : List.of(cases, "/v1/cases")) {
        asCustomer(siti).get(path).then().statusCode(404);
        asCustomer(double_).get(path).then().statusCode(404);
      }
    }
    read(opened).statusCode(200);
    UUID budi = callers.aCustomer();
    asCustomer(budi).get("/v1/cases?customerId=" + siti).then().body("items", empty());
  }

  @Test
  void no_merge_waits_while_the_stored_answers_are_looked_through() {
    UUID siti = callers.aCustomer();
    aCase(siti);
    UUID request =
        jdbi.inTransaction(
            other -> {
              other.execute(
                  "SELECT FROM idempotency_key WHERE position(convert_to(?, 'UTF8') IN body) > 0 FOR UPDATE",
                  canary);
              UUID begun = requested(siti);
              await().until(() -> count(WAITING_FOR_THE_ANSWER) == 1);
              merges.merge(callers.aCustomer(), callers.aCustomer());
              assertThat(count(WAITING_FOR_THE_ANSWER)).isEqualTo(1);
              return begun;
            });
    receipt(request);
  }

  @Test
  void for_who_was_erased_no_case_is_opened() {
    UUID siti = callers.aCustomer();
    UUID double_ = callers.aCustomer();
    aCase(siti);
    merges.merge(double_, siti);
    receipt(requested(siti, double_));
    open(agent(), "INQUIRY", siti).statusCode(422);
    open(agent(), "INQUIRY", double_).statusCode(422);
    UUID late =
        topics.publish(
            "crm.customer", siti, "customer.registered", "{\"customerId\":\"%s\"}".formatted(siti));
    await().until(() -> count("inbox WHERE event_id = '%s'".formatted(late)) == 1);
    open(agent(), "INQUIRY", siti).statusCode(422);
    assertThat(count("known_customer WHERE customer_id IN ('%s', '%s')".formatted(siti, double_)))
        .isZero();
  }

  @Test
  void a_record_that_was_split_off_keeps_its_own() {
    UUID siti = callers.aCustomer();
    UUID budi = callers.aCustomer();
    UUID ofBudi = callers.anOpenCase(budi);
    callers.anOpenCase(siti);
    merges.merge(siti, budi);
    UUID ofSiti = aCase(siti);
    JsonPath receipt = receipt(requested(siti));
    assertThat(receipt.getInt("erased.caseTexts")).isEqualTo(2);
    assertThat(EveryTable.thatHolds(canary, jdbi)).isEmpty();
    read(ofSiti).body("subject", equalTo(""));
    read(ofBudi).body("subject", equalTo("The parcel came late"));
    open(agent(), "INQUIRY", budi).statusCode(201);
  }

  private int count(String rows) {
    return jdbi.withHandle(
        handle -> handle.createQuery("SELECT count(*) FROM " + rows).mapTo(Integer.class).one());
  }

  private UUID aCase(UUID customer) {
    return UUID.fromString(
        agent()
            .header("Idempotency-Key", UuidV7.next().toString())
            .body(
                """
                {"kind":"COMPLAINT","customerId":"%s","channel":"PHONE","category":"DELIVERY",\
                "subject":"I am %2$s","description":"Call me, %2$s"}"""
                    .formatted(customer, canary))
            .post("/v1/cases")
            .then()
            .statusCode(201)
            .extract()
            .path("caseId"));
  }

  private UUID requested(UUID customer, UUID... merged) {
    UUID request = UuidV7.next();
    String subjects =
        Stream.concat(Stream.of(customer), Stream.of(merged))
            .map(id -> "\"" + id + "\"")
            .collect(Collectors.joining(","));
    topics.publish(
        "crm.customer",
        customer,
        "customer.erasure-requested",
        """
        {"requestId":"%s","customerId":"%s","subjects":[%s],"requestedAt":"2026-02-13T02:30:00Z"}"""
            .formatted(request, customer, subjects));
    return request;
  }

  private JsonPath receipt(UUID request) {
    return JsonPath.from(
        await()
            .until(
                () ->
                    topics.published("erasure.receipted").stream()
                        .filter(event -> event.json().contains(request.toString()))
                        .toList(),
                events -> events.size() == 1)
            .getFirst()
            .json());
  }
}
