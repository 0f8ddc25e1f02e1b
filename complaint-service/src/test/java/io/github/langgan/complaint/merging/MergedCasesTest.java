package io.github.langgan.complaint.merging;

import static io.github.langgan.complaint.Callers.acknowledge;
import static io.github.langgan.complaint.Callers.agent;
import static io.github.langgan.complaint.Callers.asCustomer;
import static io.github.langgan.complaint.Callers.close;
import static io.github.langgan.complaint.Callers.open;
import static io.github.langgan.complaint.Callers.read;
import static io.github.langgan.complaint.Callers.resolve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.complaint.Callers;
import io.github.langgan.complaint.Merges;
import io.github.langgan.complaint.model.CaseKind;
import io.github.langgan.complaint.model.CustomerId;
import io.github.langgan.complaint.model.Matter;
import io.github.langgan.complaint.opening.OpenCase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MergedCasesTest {

  private static final String WITH_POINTS =
      "{\"summary\":\"Sent anew\",\"compensation\":{\"points\":500}}";

  @Inject Callers callers;
  @Inject Merges merges;
  @Inject TestTopics topics;
  @Inject OpenCase openCase;
  @Inject Jdbi jdbi;

  private UUID siti;
  private UUID sitiToo;
  private UUID her;
  private UUID hersToo;

  @BeforeEach
  void one_customer_has_two_records_with_a_case_each() {
    siti = callers.aCustomer();
    sitiToo = callers.aCustomer();
    her = callers.anOpenCase(siti);
    hersToo = callers.anOpenCase(sitiToo);
  }

  @AfterEach
  void no_case_is_left_under_an_id_that_means_another() {
    assertThat(query("SELECT c.id::text FROM cases c JOIN alias a ON a.id = c.customer_id"))
        .isEmpty();
  }

  @Test
  void both_histories_are_the_survivors_by_either_id() {
    merges.merge(sitiToo, siti);
    assertThat(casesOf(siti)).containsExactly(hersToo, her);
    assertThat(casesOf(sitiToo)).containsExactly(hersToo, her);
    assertThat(owner(hersToo)).isEqualTo(siti);
    assertThat(ids(asCustomer(sitiToo))).containsExactly(hersToo, her);
    assertThat(ids(asCustomer(siti).queryParam("customerId", sitiToo)))
        .containsExactly(hersToo, her);
    asCustomer(sitiToo).get("/v1/cases/{id}", her).then().statusCode(200);
    asCustomer(callers.aCustomer()).get("/v1/cases/{id}", hersToo).then().statusCode(404);
  }

  @Test
  void a_list_by_the_retired_id_says_whose_it_is_also_when_it_is_empty() {
    merges.merge(sitiToo, siti);
    String path = "/v1/cases?customerId=%s&status=";
    for (String status : List.of("OPEN", "CLOSED")) {
      saysWhose(agent(), (path + status).formatted(sitiToo), (path + status).formatted(siti));
      saysWhose(agent(), (path + status).formatted(siti), null);
    }
    saysWhose(asCustomer(siti), path.formatted(sitiToo) + "OPEN", path.formatted(siti) + "OPEN");
    saysWhose(asCustomer(callers.aCustomer()), path.formatted(sitiToo) + "OPEN", null);
    saysWhose(agent(), "/v1/cases", null);
  }

  private static void saysWhose(RequestSpecification caller, String asked, String answered) {
    caller.get(asked).then().statusCode(200).header("Content-Location", equalTo(answered));
  }

  @Test
  void a_case_goes_on_as_it_was_and_its_events_stay_with_the_record_that_it_came_for() {
    Map<String, Object> before = read(hersToo).extract().path("");
    merges.merge(sitiToo, siti);
    Map<String, Object> after = read(hersToo).extract().path("");
    before.remove("customerId");
    assertThat(after).containsAllEntriesOf(withVersion(before, 2));
    acknowledge(hersToo).statusCode(200).body("customerId", equalTo(siti.toString()));
    resolve(hersToo, WITH_POINTS).statusCode(200);
    close(hersToo).statusCode(200);
    await()
        .untilAsserted(
            () ->
                assertThat(topics.on("crm.complaint"))
                    .filteredOn(event -> event.key().equals(sitiToo))
                    .extracting(TestTopics.Seen::type)
                    .containsExactly(
                        "case.opened",
                        "case.acknowledged",
                        "case.resolved",
                        "compensation.promised",
                        "case.closed"));
  }

  @Test
  void the_retired_id_still_opens_cases_for_the_survivor() {
    merges.merge(sitiToo, siti);
    UUID late = opened(agent(), sitiToo);
    UUID own = opened(asCustomer(sitiToo), siti);
    assertThat(casesOf(siti)).containsExactly(own, late, hersToo, her);
    open(asCustomer(callers.aCustomer()), "INQUIRY", sitiToo).statusCode(422);
  }

  @Test
  void a_record_that_was_merged_before_this_service_heard_of_it_is_known() {
    UUID unheard = UuidV7.next();
    UUID alsoUnheard = UuidV7.next();
    merges.merge(unheard, alsoUnheard);
    UUID one = opened(agent(), unheard);
    UUID other = opened(agent(), alsoUnheard);
    assertThat(casesOf(alsoUnheard)).containsExactly(other, one);
  }

  @Test
  void a_split_gives_both_back_what_came_for_them() {
    UUID merge = merges.merge(sitiToo, siti);
    UUID late = opened(agent(), sitiToo);
    UUID own = opened(agent(), siti);
    close(resolved(late)).statusCode(200);
    merges.split(merge, sitiToo, siti);
    JsonNode undone = merges.answer("merge.undone", merge);
    assertThat(casesOf(siti)).containsExactly(own, her);
    assertThat(casesOf(sitiToo)).containsExactly(late, hersToo);
    assertThat(undone.at("/effects").toString()).isEqualTo("{\"openCases\":1,\"closedCases\":1}");
    assertThat(undone.at("/conflicts")).isEmpty();
    assertThat(query("SELECT came_for::text FROM cases WHERE id = '%s'".formatted(hersToo)))
        .containsOnlyNulls();
    asCustomer(sitiToo).get("/v1/cases/{id}", her).then().statusCode(404);
  }

  @Test
  void of_a_chain_the_last_link_is_split_first() {
    UUID sitiAgain = callers.aCustomer();
    UUID hersAgain = callers.anOpenCase(sitiAgain);
    UUID first = merges.merge(sitiToo, siti);
    UUID second = merges.merge(siti, sitiAgain);
    assertThat(casesOf(sitiToo)).containsExactly(hersAgain, hersToo, her);
    UUID late = opened(agent(), sitiToo);
    merges.split(second, siti, sitiAgain);
    assertThat(casesOf(sitiAgain)).containsExactly(hersAgain);
    assertThat(casesOf(sitiToo)).containsExactly(late, hersToo, her);
    assertThat(owner(late)).isEqualTo(siti);
    merges.split(first, sitiToo, siti);
    assertThat(casesOf(sitiToo)).containsExactly(late, hersToo);
    assertThat(casesOf(siti)).containsExactly(her);
  }

  @Test
  void a_record_that_was_split_off_may_be_merged_into_another() {
    UUID sitiAgain = callers.aCustomer();
    merges.split(merges.merge(sitiToo, siti), sitiToo, siti);
    UUID between = opened(agent(), sitiToo);
    merges.merge(sitiToo, sitiAgain);
    assertThat(casesOf(sitiAgain)).containsExactly(between, hersToo);
    assertThat(casesOf(siti)).containsExactly(her);
  }

  @Test
  void a_merge_told_twice_is_answered_once() {
    UUID merge = merges.mergeToldTwice(sitiToo, siti);
    merges.answer("merge.applied", merges.merge(callers.aCustomer(), callers.aCustomer()));
    assertThat(merges.answers("merge.applied", merge))
        .singleElement()
        .satisfies(
            answer ->
                assertThat(answer.json())
                    .contains("\"effects\":{\"openCases\":1,\"closedCases\":0}"));
    assertThat(casesOf(siti)).containsExactly(hersToo, her);
  }

  @Test
  void a_case_that_is_being_opened_is_waited_for() {
    UUID merge =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  openCase.open(new CustomerId(sitiToo), aMatter());
                  UUID begun = merges.begin(sitiToo, siti);
                  await().until(() -> aMergeWaits() || isRetired(sitiToo));
                  return begun;
                });
    assertThat(merges.answer("merge.applied", merge).at("/effects/openCases").asInt()).isEqualTo(2);
    assertThat(casesOf(siti)).hasSize(3);
  }

  @Test
  void a_preview_counts_and_changes_nothing() {
    close(resolved(opened(agent(), sitiToo))).statusCode(200);
    List<String> before = rows();
    JsonNode preview = merges.answer("merge.previewed", merges.propose(sitiToo, siti));
    assertThat(preview.at("/effects").toString()).isEqualTo("{\"openCases\":1,\"closedCases\":1}");
    assertThat(rows()).isEqualTo(before);
    assertThat(casesOf(sitiToo)).hasSize(2);
  }

  private static UUID resolved(UUID id) {
    resolve(id, "{\"summary\":\"Explained\"}").statusCode(200);
    return id;
  }

  private static UUID opened(RequestSpecification caller, UUID customer) {
    return UUID.fromString(
        open(caller, "INQUIRY", customer).statusCode(201).extract().path("caseId"));
  }

  private static UUID owner(UUID id) {
    return UUID.fromString(read(id).extract().path("customerId"));
  }

  private static List<UUID> casesOf(UUID customer) {
    return ids(agent().queryParam("customerId", customer));
  }

  private static List<UUID> ids(RequestSpecification request) {
    return request
        .get("/v1/cases")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.caseId", UUID.class);
  }

  private static Map<String, Object> withVersion(Map<String, Object> view, int version) {
    view.put("version", version);
    return view;
  }

  private static Matter aMatter() {
    return new Matter(CaseKind.INQUIRY, "PHONE", "DELIVERY", "Where is the parcel?", null);
  }

  private boolean aMergeWaits() {
    return !query("SELECT 1 FROM pg_locks WHERE relation = 'alias'::regclass AND NOT granted")
        .isEmpty();
  }

  private boolean isRetired(UUID id) {
    return !query("SELECT 1 FROM alias WHERE id = '%s'".formatted(id)).isEmpty();
  }

  private List<String> rows() {
    return query("SELECT c::text FROM cases c UNION ALL SELECT a::text FROM alias a ORDER BY 1");
  }

  /** In a transaction of its own, to see what is committed. */
  private List<String> query(String sql) {
    return QuarkusTransaction.requiringNew()
        .call(() -> jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list()));
  }
}
