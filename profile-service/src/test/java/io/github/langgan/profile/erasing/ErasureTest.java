package io.github.langgan.profile.erasing;

import static io.github.langgan.profile.testing.Report.purchase;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.EveryTable;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.profile.model.Customers;
import io.github.langgan.profile.model.PendingAttribution;
import io.github.langgan.profile.testing.Agent;
import io.github.langgan.profile.testing.Elsewhere;
import io.github.langgan.profile.testing.Merged;
import io.github.langgan.profile.testing.Partner;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
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

  private final Partner partner = new Partner();

  /** In everything that names the customer. */
  private final String canary = "canary" + UUID.randomUUID().toString().substring(0, 13);

  @Inject Elsewhere elsewhere;
  @Inject Customers customers;
  @Inject Merged merged;
  @Inject TestTopics topics;
  @Inject DueWork dueWork;
  @Inject Clock clock;
  @Inject Jdbi jdbi;

  @Test
  void nothing_that_was_known_of_a_customer_is_left_in_any_table() {
    Elsewhere.Customer siti = named();
    Elsewhere.Customer double_ = elsewhere.aCustomer().identifier("beta", canary);
    known(siti.register());
    known(double_.register());
    partner.pushed(purchase("A1").of(1, "CUP", "4.00").by("email", canary + "@example.com"));
    partner.pushed(purchase("B1").of(1, "CUP", "4.00").byIdentifier("beta", canary));
    note(siti.id(), canary).statusCode(201);
    note(double_.id(), canary).statusCode(201);
    UUID membership = elsewhere.openMembership(siti.id(), canary);
    elsewhere.earnPoints(membership, siti.id(), 20, 20, "");
    elsewhere.issueCard(membership, siti.id(), canary + "2");
    elsewhere.openCase(siti.id());
    await().untilAsserted(() -> Agent.timeline(siti.id()).body("items", hasSize(6)));
    merged.apply(elsewhere.merge(siti.id(), double_.id()));
    assertThat(EveryTable.thatHolds(canary, jdbi))
        .anyMatch(table -> table.startsWith("interaction"))
        .contains("known_customer", "customer_reference", "known_membership", "idempotency_key");

    UUID request = requested(siti.id(), double_.id());

    JsonPath receipt = receipt(request);
    assertThat(EveryTable.thatHolds(canary, jdbi)).isEmpty();
    assertThat(receipt.getInt("erased.interactions")).isEqualTo(2);
    assertThat(receipt.getInt("erased.customers")).isEqualTo(2);
    assertThat(receipt.getInt("erased.cases")).isEqualTo(1);
    assertThat(receipt.getString("retained[0].what")).isEqualTo("transactions");
    assertThat(receipt.getInt("retained[0].count")).isEqualTo(2);
    assertThat(receipt.getString("retained[0].until")).isEqualTo("2036-12-31");
    Agent.profile(siti.id()).statusCode(410);
  }

  @Test
  void by_the_id_of_who_was_erased_staff_hear_that_it_is_and_others_find_nothing() {
    UUID siti = known(elsewhere.aCustomer().register());
    UUID double_ = known(elsewhere.aCustomer().register());
    UUID bought = partner.pushed(purchase("A1").of(1, "CUP", "4.00").by(siti));
    partner.pushed(purchase("B1").of(1, "CUP", "4.00").by(double_));
    merged.apply(elsewhere.merge(siti, double_));

    receipt(requested(siti, double_));

    for (UUID id : List.of(siti, double_)) {
      String transactions = "/v1/transactions?customerId=" + id;
      for (String path : List.of("/v1/profiles/" + id, timeline(id), transactions)) {
        Agent.get(path).statusCode(410).body("type", endsWith("erased"));
        as(siti).get(path).then().statusCode(404);
      }
      partner.call().get(transactions).then().statusCode(404);
    }
    Agent.get("/v1/transactions/" + bought).statusCode(200);
    UUID budi = known(elsewhere.aCustomer().register());
    as(budi).get("/v1/transactions?customerId=" + siti).then().body("items", empty());
    as(budi).get(timeline(siti)).then().statusCode(404);
    Agent.profile(UUID.randomUUID()).statusCode(404);
  }

  private static String timeline(UUID customer) {
    return "/v1/profiles/" + customer + "/timeline";
  }

  private static RequestSpecification as(UUID customer) {
    return given().auth().oauth2(Tokens.customer(customer));
  }

  @Test
  void what_comes_late_is_not_stored() {
    Elsewhere.Customer siti = named();
    receipt(requested(siti.id()));
    partner
        .push(purchase("A1").of(1, "CUP", "4.00").by(siti.id()))
        .statusCode(201)
        .body("customerId", nullValue());

    siti.register();
    UUID membership = elsewhere.openMembership(siti.id(), canary);
    elsewhere.earnPoints(membership, siti.id(), 20, 20, "");
    elsewhere.issueCard(membership, siti.id(), canary);
    elsewhere.openCase(siti.id());
    elsewhere.takeInWarrantyCard(siti.id());
    elsewhere.score(siti.id(), 5, "4.00", "");
    Elsewhere.Customer other = elsewhere.aCustomer();
    elsewhere.openMembership(other.id(), "6280" + canary.substring(6, 10));
    elsewhere.openCase(other.id());
    elsewhere.score(other.id(), 5, "4.00", "");
    known(other.register());
    await().untilAsserted(() -> Agent.timeline(other.id()).body("items", hasSize(2)));
    await().until(() -> merged.count("known_score WHERE customer_id = '" + other.id() + "'") == 1);

    await().until(() -> applied(siti.id()) == 1);
    note(siti.id(), canary).statusCode(422);
    assertThat(EveryTable.thatHolds(canary, jdbi)).isEmpty();
    for (String table : new String[] {"known_case", "known_score", "timeline_entry"}) {
      assertThat(merged.count(table + " WHERE customer_id = '" + siti.id() + "'")).isZero();
    }
    Agent.profile(siti.id()).statusCode(410);
  }

  @Test
  void what_still_waits_under_its_device_is_erased_too() {
    UUID siti = known(elsewhere.aCustomer().identifier("device", canary).register());
    await()
        .untilAsserted(
            () -> assertThat(EveryTable.thatHolds(canary, jdbi)).doesNotContain("due_work"));
    String device = "identifier:device/" + canary;
    UUID purchase = partner.pushed(purchase("A1").of(1, "CUP", "4.00"));
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE transaction SET reference = ? WHERE transaction_id = ?", device, purchase));
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                dueWork.schedule(
                    PendingAttribution.KIND,
                    siti.toString(),
                    clock.instant().plus(Duration.ofDays(1)),
                    "[\"" + device + "\"]"));
    jdbi.useHandle(
        handle ->
            handle.execute(
                """
                INSERT INTO waiting_interaction
                VALUES (?, ?, 'APP', 'IN', now(), now(), ?)
                """,
                UuidV7.next(),
                device,
                canary));

    JsonPath receipt = receipt(requested(siti));

    assertThat(EveryTable.thatHolds(canary, jdbi)).isEmpty();
    assertThat(receipt.getInt("erased.interactions")).isEqualTo(1);
    jdbi.useHandle(
        handle -> handle.execute("DELETE FROM due_work WHERE subject = ?", siti.toString()));
  }

  @Test
  void a_record_that_was_split_off_keeps_its_own() {
    UUID siti = known(elsewhere.aCustomer().register());
    UUID budi = known(elsewhere.aCustomer().register());
    Elsewhere.Merge merge = merged.apply(elsewhere.merge(budi, siti));
    note(siti, canary).statusCode(201);
    note(budi, "of Budi").statusCode(201);
    partner.pushed(purchase("S1").of(1, "CUP", "4.00").by(siti));
    partner.pushed(purchase("B1").of(1, "CUP", "4.00").by(budi));

    JsonPath receipt = receipt(requested(siti));

    assertThat(receipt.getInt("erased.interactions")).isEqualTo(1);
    assertThat(receipt.getInt("retained[0].count")).isEqualTo(1);
    assertThat(EveryTable.thatHolds(canary, jdbi)).isEmpty();
    merged.undo(merge);
    Agent.profile(budi).statusCode(200).body("usage.purchases", equalTo(1));
    Agent.timeline(budi).body("items", hasSize(2));
  }

  @Test
  void no_merge_waits_while_the_stored_answers_are_looked_through() {
    UUID siti = known(elsewhere.aCustomer().register());
    UUID budi = known(elsewhere.aCustomer().register());
    UUID double_ = known(elsewhere.aCustomer().register());
    note(siti, canary).statusCode(201);
    UUID request =
        jdbi.inTransaction(
            other -> {
              other.execute(
                  "SELECT FROM idempotency_key WHERE position(convert_to(?, 'UTF8') IN body) > 0 FOR UPDATE",
                  siti.toString());
              UUID begun = requested(siti);
              await().until(() -> merged.count(WAITING_FOR_THE_ANSWER) == 1);
              merged.apply(elsewhere.merge(budi, double_));
              assertThat(merged.count(WAITING_FOR_THE_ANSWER)).isEqualTo(1);
              return begun;
            });
    receipt(request);
  }

  @Test
  void what_others_are_named_by_stays() {
    String shared = canary + "@example.com";
    UUID siti = known(elsewhere.aCustomer().email(shared).register());
    UUID budi = known(elsewhere.aCustomer().email(shared).register());
    UUID waiting = partner.pushed(purchase("A1").of(1, "CUP", "4.00").by("email", shared));
    receipt(requested(siti));
    partner
        .push(purchase("A2").of(1, "CUP", "4.00").by("email", shared))
        .statusCode(201)
        .body("customerId", equalTo(budi.toString()));
    assertThat(
            merged.count(
                "transaction WHERE transaction_id = '%s' AND reference = 'email:%s'"
                    .formatted(waiting, shared)))
        .isEqualTo(1);
  }

  private Elsewhere.Customer named() {
    return elsewhere
        .aCustomer()
        .email(canary + "@example.com")
        .phone("+62811" + Math.abs(canary.hashCode()))
        .identifier("acme", canary);
  }

  private UUID known(UUID customer) {
    await().until(() -> customers.knows(customer));
    return customer;
  }

  private static ValidatableResponse note(UUID customer, String summary) {
    return given()
        .auth()
        .oauth2(Tokens.of("agent"))
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType("application/json")
        .body(
            """
            {"customerId":"%s","channel":"PHONE","direction":"IN",
             "occurredAt":"2026-01-05T12:00:00Z","summary":"Said %s"}"""
                .formatted(customer, summary))
        .post("/v1/interactions")
        .then();
  }

  /** The latest event of the customer's own stream, by which all before it were applied. */
  private int applied(UUID customer) {
    return merged.count(
        "inbox_stream WHERE topic = 'crm.customer' AND key = '%s' AND last_sequence >= 2"
            .formatted(customer));
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
