package io.github.langgan.chassis.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.stack.SharedTestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OperatorApiTest {

  private static final String PARKED = "/v1/operator/customer/parked-events/";

  @Inject TestTopics topics;
  @Inject ParkedEvents parked;
  @Inject SampleListener listener;
  @Inject Jdbi jdbi;

  @AfterEach
  void mend() {
    listener.mended.set(false);
  }

  @Test
  void an_operator_inspects_and_replays_a_parked_event() {
    UUID id = parkOne();

    as("operator")
        .get(PARKED + id)
        .then()
        .statusCode(200)
        .body("event.reason", containsString("poison"))
        .body("event.topic", equalTo(SampleListener.TOPIC))
        .body("headers.ce_id", equalTo(id.toString()));
    as("operator").post(PARKED + id + "/replay").then().statusCode(200).body("applied", equalTo(0));
    listener.mended.set(true);
    as("operator").post(PARKED + id + "/replay").then().statusCode(200).body("applied", equalTo(1));
    as("operator").get(PARKED + id).then().statusCode(404);
  }

  @Test
  void an_operator_drops_a_parked_event_and_the_audit_knows() {
    UUID id = parkOne();

    as("operator").delete(PARKED + id).then().statusCode(204);

    as("operator").get(PARKED + id).then().statusCode(404);
    assertThat(audited("parked-event.dropped", id)).isEqualTo(1);
  }

  @Test
  void nobody_but_operators_sees_parked_events() {
    UUID id = parkOne();

    as("agent").get(PARKED + id).then().statusCode(403);
    as("agent").post(PARKED + id + "/replay").then().statusCode(403);
    given().get(PARKED + id).then().statusCode(401);
    as("operator").get("/v1/operator/loyalty/parked-events").then().statusCode(404);
  }

  @Test
  void parked_events_are_listed_page_by_page() {
    UUID first = parkOne();
    UUID second = parkOne();

    String page =
        as("operator").get(PARKED + "?limit=200").then().statusCode(200).extract().asString();

    assertThat(page).contains(first.toString(), second.toString());
    as("operator").get(PARKED + "?limit=0").then().statusCode(400);
  }

  @Test
  void backlogs_are_metrics() {
    parkOne();

    await()
        .untilAsserted(
            () ->
                assertThat(given().get("/q/metrics").asString())
                    .containsPattern("langgan_inbox_parked [1-9]")
                    .containsPattern("langgan_inbox_parkings_total\\{topic=\"[^\"]+\",?\\} [1-9]")
                    .contains(
                        "langgan_outbox_age_seconds", "langgan_outbox_rows", "langgan_inbox_lag"));
  }

  private UUID parkOne() {
    UUID id =
        topics.publish(
            SampleListener.TOPIC,
            UuidV7.next(),
            "sample.counted",
            "{\"number\":1,\"poison\":true,\"echo\":false}");
    await().until(() -> parked.find(id).isPresent());
    return id;
  }

  private long audited(String action, UUID subject) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT count(*) FROM audit_entry WHERE action = :action AND subject_id = :id")
                .bind("action", action)
                .bind("id", subject.toString())
                .mapTo(Long.class)
                .one());
  }

  private static RequestSpecification as(String role) {
    return given()
        .header("Authorization", "Bearer " + SharedTestStack.join().token(role, Map.of()));
  }
}
