package io.github.langgan.complaint.resolving;

import static io.github.langgan.complaint.Callers.acknowledge;
import static io.github.langgan.complaint.Callers.agent;
import static io.github.langgan.complaint.Callers.close;
import static io.github.langgan.complaint.Callers.read;
import static io.github.langgan.complaint.Callers.resolve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.complaint.Callers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CaseLifecycleTest {

  private static final String WITH_POINTS =
      "{\"summary\":\"Sent anew\",\"compensation\":{\"points\":500}}";

  @Inject Callers callers;
  @Inject TestTopics topics;

  @Test
  void a_case_goes_from_open_to_closed_and_others_hear_of_each_step() {
    UUID siti = callers.aCustomer();
    UUID id = callers.anOpenCase(siti);
    acknowledge(id).statusCode(200).body("status", equalTo("ACKNOWLEDGED")).header("ETag", "\"2\"");
    resolve(id, "{\"summary\":\"Explained\"}")
        .statusCode(200)
        .body("status", equalTo("RESOLVED"))
        .body("resolution.summary", equalTo("Explained"))
        .body("clock.metAt", notNullValue())
        .body("compensation", nullValue());
    close(id).statusCode(200).body("status", equalTo("CLOSED")).header("ETag", "\"4\"");
    await()
        .untilAsserted(
            () ->
                assertThat(topics.on("crm.complaint"))
                    .filteredOn(event -> event.key().equals(siti))
                    .extracting(TestTopics.Seen::type)
                    .containsExactly(
                        "case.opened", "case.acknowledged", "case.resolved", "case.closed"));
  }

  @Test
  void an_illegal_change_is_refused_and_names_the_state() {
    UUID id = callers.anOpenCase(callers.aCustomer());
    close(id)
        .statusCode(409)
        .body("type", equalTo("/problems/illegal-case-state"))
        .body("state", equalTo("OPEN"));
    acknowledge(id).statusCode(200);
    acknowledge(id).statusCode(409).body("state", equalTo("ACKNOWLEDGED"));
    resolve(id, WITH_POINTS).statusCode(200);
    resolve(id, WITH_POINTS).statusCode(409).body("state", equalTo("RESOLVED"));
  }

  @Test
  void a_resolution_repeated_under_its_key_gets_the_first_answer() {
    UUID id = callers.anOpenCase(callers.aCustomer());
    String key = UuidV7.next().toString();
    var first = keyed(key).body(WITH_POINTS).post("/v1/cases/{id}/resolution", id);
    var again = keyed(key).body(WITH_POINTS).post("/v1/cases/{id}/resolution", id);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
    assertThat(again.header("Langgan-Position")).isEqualTo(first.header("Langgan-Position"));
  }

  @Test
  void promised_points_are_given_when_loyalty_says_so() {
    UUID siti = callers.aCustomer();
    UUID id = callers.anOpenCase(siti);
    var resolved = resolve(id, WITH_POINTS).body("compensation.state", equalTo("PROMISED"));
    String compensation = resolved.extract().path("compensation.compensationId");
    String position = resolved.extract().header("Langgan-Position");
    topics.publish(
        "crm.loyalty",
        siti,
        "points.compensated",
        "{\"compensationId\":\"%s\",\"at\":\"2026-01-13T08:00:01Z\"}".formatted(compensation),
        Map.of("ce_causation", position));
    agent()
        .header("Langgan-Position", position)
        .header("Prefer", "wait=10")
        .get("/v1/cases/{id}", id)
        .then()
        .body("compensation.state", equalTo("GIVEN"))
        .body("compensation.settledAt", equalTo("2026-01-13T08:00:01Z"))
        .body("compensation.freshness.stale", equalTo(false));
  }

  @Test
  void refused_points_say_why_and_a_second_word_changes_nothing() {
    UUID siti = callers.aCustomer();
    UUID id = callers.anOpenCase(siti);
    String compensation = resolve(id, WITH_POINTS).extract().path("compensation.compensationId");
    topics.publish("crm.loyalty", siti, "points.compensation-refused", refusal(compensation));
    topics.publish(
        "crm.loyalty",
        siti,
        "points.compensated",
        "{\"compensationId\":\"%s\",\"at\":\"2026-01-14T08:00:01Z\"}".formatted(compensation));
    UUID last = callers.aCustomer();
    topics.publish("crm.loyalty", siti, "points.compensation-refused", refusal(last.toString()));
    agent()
        .header("Langgan-Position", "crm.loyalty/%s/3".formatted(siti))
        .header("Prefer", "wait=10")
        .get("/v1/cases/{id}", id)
        .then()
        .body("compensation.state", equalTo("REFUSED"))
        .body("compensation.refusal", equalTo("NO_MEMBERSHIP"))
        .body("version", equalTo(3));
  }

  @Test
  void an_unsettled_compensation_is_marked_stale_for_a_caller_who_asked_to_wait() {
    UUID id = callers.anOpenCase(callers.aCustomer());
    String position = resolve(id, WITH_POINTS).extract().header("Langgan-Position");
    agent()
        .header("Langgan-Position", position)
        .get("/v1/cases/{id}", id)
        .then()
        .body("compensation.state", equalTo("PROMISED"))
        .body("compensation.freshness.stale", equalTo(true));
  }

  @Test
  void a_promise_of_nothing_is_refused() {
    UUID id = callers.anOpenCase(callers.aCustomer());
    resolve(id, "{\"summary\":\"Explained\",\"compensation\":{\"points\":0}}")
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/compensation/points")));
    read(id).body("status", equalTo("OPEN"));
  }

  @Test
  void what_is_not_there_cannot_be_changed() {
    acknowledge(UuidV7.next()).statusCode(404);
    resolve(UuidV7.next(), "{\"summary\":\"Explained\"}").statusCode(404);
    close(UuidV7.next()).statusCode(404);
    read(UuidV7.next()).statusCode(404);
  }

  private static io.restassured.specification.RequestSpecification keyed(String key) {
    return agent().header("Idempotency-Key", key);
  }

  private static String refusal(String compensation) {
    return "{\"compensationId\":\"%s\",\"at\":\"2026-01-13T08:00:01Z\",\"reason\":\"NO_MEMBERSHIP\"}"
        .formatted(compensation);
  }
}
