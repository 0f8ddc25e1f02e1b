package io.github.langgan.customer.merging;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.uniquePhone;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.testing.CustomerApi.BETA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.langgan.chassis.testing.MovableClock;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.TestTopics.Seen;
import io.github.langgan.customer.contract.CustomerMergedV1;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The other four services are played by the test. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MergeSagaTest {

  private static final List<String> OTHERS =
      List.of("profile", "loyalty", "complaint", "analytics");

  @Inject TestTopics topics;
  @Inject MovableClock clock;

  private String survivor = "";
  private String merged = "";

  @BeforeEach
  void twoRecords() {
    survivor = ACME.registered(known("Siti Rahma"));
    merged = ACME.registered(known("Siti R.").phone(uniquePhone()));
  }

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void a_merge_is_complete_when_all_five_have_answered() {
    Response begun = AGENT.merge(survivor, merged);
    String merge = begun.path("mergeId");
    begun
        .then()
        .body("state", equalTo("MERGING"))
        .body(
            "services.service",
            contains("customer", "profile", "loyalty", "complaint", "analytics"));
    assertThat(states(merge))
        .containsExactly("APPLIED", "PENDING", "PENDING", "PENDING", "PENDING");

    applied("loyalty", merge, "{\"memberships\":[{\"outcome\":\"MOVED\"}]}");
    applied("loyalty", merge, "{\"memberships\":[{\"outcome\":\"TWICE\"}]}");
    await().until(() -> operation(begun).getInt("done") == 2);
    assertThat(operation(begun).getString("state")).isEqualTo("RUNNING");
    assertThat(merge(merge).getString("services[2].effects.memberships[0].outcome"))
        .isEqualTo("MOVED");
    assertThat(merge(merge).getString("services[1].since"))
        .isEqualTo(merge(merge).getString("askedAt"));
    List.of("profile", "complaint", "analytics").forEach(service -> applied(service, merge, "{}"));
    await().until(() -> operation(begun).getString("state").equals("SUCCEEDED"));
    assertThat(operation(begun).getString("resultLink")).isEqualTo("/v1/merges/" + merge);
    assertThat(merge(merge).getString("state")).isEqualTo("MERGED");
    assertThat(merge(merge).getString("services[2].effects.memberships[0].outcome"))
        .as("the first answer counts")
        .isEqualTo("MOVED");
  }

  @Test
  void answers_may_come_twice_and_the_split_before_the_merge() {
    String merge = AGENT.merged(survivor, merged);
    Response undo = AGENT.undo(merge);
    undo.then().statusCode(202).body("state", equalTo("UNDOING"));
    for (String service : OTHERS) {
      undone(service, merge, "[]");
      undone(service, merge, "[{\"code\":\"again\"}]");
      applied(service, merge, "{\"late\":1}");
      applied(service, merge, "{\"late\":2}");
    }
    await().until(() -> operation(undo).getString("state").equals("SUCCEEDED"));
    assertThat(merge(merge).getString("state")).isEqualTo("UNDONE");
    assertThat(states(merge)).containsOnly("UNDONE");
    assertThat(merge(merge).getList("services.conflicts.flatten()")).isEmpty();
  }

  @Test
  void conflicts_of_a_split_are_returned() {
    String merge = AGENT.merged(survivor, merged);
    AGENT.undo(merge).then().statusCode(202);
    undone("loyalty", merge, "[{\"code\":\"points-short\",\"subject\":\"m\",\"merged\":\"40\"}]");
    await()
        .untilAsserted(
            () ->
                assertThat(merge(merge).getList("services[2].conflicts.code", String.class))
                    .containsExactly("points-short"));
  }

  @Test
  void an_answer_that_names_no_merge_of_ours_changes_nothing() {
    String merge = AGENT.merged(survivor, merged);
    applied("profile", UUID.randomUUID().toString(), "{}");
    applied("profile", merge, "{}");
    await().until(() -> states(merge).get(1).equals("APPLIED"));
  }

  @Test
  void merges_and_splits_are_told_under_one_key_in_their_order() throws Exception {
    String merge = AGENT.merged(survivor, merged);
    AGENT.undo(merge).then().statusCode(202);
    String again = AGENT.merged(merged, survivor);
    List<Seen> told =
        await()
            .until(
                () ->
                    topics.on("crm.customer").stream()
                        .filter(event -> event.key().equals(CustomerMergedV1.KEY))
                        .filter(event -> event.json().contains(survivor))
                        .toList(),
                events -> events.size() == 3);
    assertThat(told)
        .extracting(Seen::type)
        .containsExactly("customer.merged", "customer.unmerged", "customer.merged");
    assertThat(told).extracting(Seen::sequence).isSorted().doesNotHaveDuplicates();
    assertThat(json(told.getLast()).path("mergeId").asText()).isEqualTo(again);
    assertThat(json(told.getLast()).path("survivor").asText()).isEqualTo(merged);

    JsonNode united = json(lastOf("customer.updated", survivor, 2));
    assertThat(united.path("merged").isMissingNode()).isTrue();
    JsonNode now = json(lastOf("customer.updated", merged, 2));
    assertThat(now.path("merged").get(0).asText()).isEqualTo(survivor);
    assertThat(now.at("/person/identifiers/0/cameFor").isMissingNode()).isTrue();
    assertThat(now.at("/person/identifiers/1/cameFor").asText()).isEqualTo(survivor);
    assertThat(now.at("/source/form").asText()).isEqualTo("MERGE");
  }

  @Test
  void a_dry_run_tells_what_all_would_do_and_changes_nothing() {
    Response begun = dryRun();
    String proposal = begun.path("mergeId");
    begun.then().statusCode(202).body("dryRun", equalTo(true)).body("state", equalTo("PREVIEWING"));
    for (String service : OTHERS) {
      topics.publish(
          "crm." + service,
          UUID.fromString(proposal),
          "merge.previewed",
          "{\"proposalId\":\"%s\",\"effects\":{\"cases\":7}}".formatted(proposal));
    }
    await().until(() -> operation(begun).getString("state").equals("SUCCEEDED"));
    JsonPath preview = merge(proposal);
    assertThat(preview.getString("state")).isEqualTo("PREVIEWED");
    assertThat(preview.getList("services.effects.cases", Integer.class)).contains(7, 7, 7, 7);
    assertThat(preview.getString("survivorWouldBe.name.full")).isEqualTo("Siti Rahma");
    assertThat(preview.getList("survivorWouldBe.contacts")).hasSize(1);
    assertThat(preview.getList("fields.from", String.class)).contains(survivor, merged);
    AGENT.get(merged).then().body("customerId", equalTo(merged)).body("mergedInto", nullValue());
    AGENT.get(survivor).then().body("version", equalTo(1));
    AGENT.undo(proposal).then().statusCode(404);
  }

  @Test
  void a_dry_run_that_not_all_answer_in_time_names_those_who_did_not() {
    Response begun = dryRun();
    String proposal = begun.path("mergeId");
    topics.publish(
        "crm.profile",
        UUID.fromString(proposal),
        "merge.previewed",
        "{\"proposalId\":\"%s\",\"effects\":{}}".formatted(proposal));
    await().until(() -> states(proposal).get(1).equals("PREVIEWED"));
    clock.advance(Duration.ofSeconds(11));
    await().until(() -> operation(begun).getString("state").equals("FAILED"));
    assertThat(operation(begun).getString("problem.detail"))
        .contains("no answer from analytics, complaint, loyalty;", proposal);
    assertThat(merge(proposal).getString("state")).isEqualTo("INCOMPLETE");
  }

  @Test
  void the_same_merge_sent_twice_is_one() {
    String key = UUID.randomUUID().toString();
    Response first = mergeWithKey(key);
    Response second = mergeWithKey(key);
    assertThat(second.statusCode()).isEqualTo(202);
    assertThat(second.asString()).isEqualTo(first.asString());
    mergeWithKey(UUID.randomUUID().toString()).then().statusCode(409);
    AGENT
        .call()
        .queryParam("customerId", merged)
        .get("/v1/merges")
        .then()
        .statusCode(200)
        .body("items.mergeId", contains(first.<String>path("mergeId")));
  }

  @Test
  void the_change_feed_tells_merges_and_splits_in_their_order_to_whom_they_concern() {
    long before = last(AGENT, 0);
    String merge = AGENT.merged(survivor, merged);
    AGENT.undo(merge);
    for (CustomerApi caller : List.of(AGENT, ACME)) {
      JsonPath changes = changes(caller, before);
      assertThat(changes.getList("items.findAll{it.mergeId=='" + merge + "'}.kind", String.class))
          .containsExactly("MERGED", "SPLIT");
      assertThat(changes.getList("items.position", Long.class)).isSorted();
      assertThat(changes.getString("items.find{it.mergeId=='" + merge + "'}.merged"))
          .isEqualTo(merged);
    }
    assertThat(changes(BETA, before).getList("items.mergeId")).doesNotContain(merge);
  }

  private Response dryRun() {
    return AGENT
        .call()
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .queryParam("dryRun", true)
        .body(Map.of("survivor", survivor, "merged", merged))
        .post("/v1/merges");
  }

  private Response mergeWithKey(String key) {
    return AGENT
        .call()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(Map.of("survivor", survivor, "merged", merged))
        .post("/v1/merges");
  }

  private static JsonPath changes(CustomerApi caller, long after) {
    return caller
        .call()
        .queryParam("after", after)
        .queryParam("limit", 200)
        .get("/v1/customer-changes")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static long last(CustomerApi caller, long after) {
    List<Number> positions = changes(caller, after).getList("items.position");
    return positions.isEmpty() ? after : last(caller, positions.getLast().longValue());
  }

  private void applied(String service, String merge, String effects) {
    answer(service, merge, "merge.applied", "\"effects\":" + effects);
  }

  private void undone(String service, String merge, String conflicts) {
    answer(service, merge, "merge.undone", "\"effects\":{},\"conflicts\":" + conflicts);
  }

  private void answer(String service, String merge, String type, String fields) {
    topics.publish(
        "crm." + service,
        UUID.fromString(merge),
        type,
        "{\"mergeId\":\"" + merge + "\"," + fields + "}");
  }

  private static JsonPath merge(String id) {
    return AGENT.call().get("/v1/merges/{id}", id).then().statusCode(200).extract().jsonPath();
  }

  private static List<String> states(String merge) {
    return merge(merge).getList("services.state");
  }

  private static JsonPath operation(Response begun) {
    return AGENT.call().get(begun.header("Location")).jsonPath();
  }

  private Seen lastOf(String type, String key, int count) {
    List<Seen> told =
        await()
            .until(
                () ->
                    topics.published(type).stream()
                        .filter(event -> event.key().toString().equals(key))
                        .toList(),
                events -> events.size() == count);
    return topics.decrypted(told).getLast();
  }

  private static JsonNode json(Seen event) throws Exception {
    return new ObjectMapper().readTree(event.json());
  }
}
