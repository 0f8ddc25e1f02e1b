package io.github.langgan.analytics.merging;

import static io.github.langgan.analytics.TransactionJson.aPurchase;
import static io.github.langgan.analytics.TransactionJson.aReturn;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.analytics.Merges;
import io.github.langgan.analytics.OtherServices;
import io.github.langgan.analytics.TransactionJson;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.http.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MergedFactsTest {

  @Inject OtherServices others;
  @Inject Merges merges;
  @Inject Figures figures;
  @Inject TestTopics topics;
  @Inject @Any Instance<TopicListener> listeners;
  @Inject Jdbi jdbi;

  private final UUID siti = UuidV7.next();
  private final UUID sitiToo = UuidV7.next();
  private final UUID sitiAgain = UuidV7.next();

  @BeforeEach
  void one_customer_has_two_records_that_both_bought() {
    others.tell(
        aPurchase().of(siti).line(1, "10.00", "4.00"),
        aPurchase().of(sitiToo).at("2026-03-01T00:00:00Z").line(2, "3.00", null),
        aReturn().of(sitiToo).line(1, "3.00", null));
    caseOpened(UuidV7.next(), sitiToo);
  }

  @AfterEach
  void what_is_kept_in_step_agrees_with_the_facts() {
    figures.agreeWithTheFacts();
  }

  @Test
  void figures_of_both_are_added_up_under_the_survivor_by_either_id() {
    UUID merge = merges.merge(sitiToo, siti);
    assertThat(figures.of(siti)).isEqualTo("2 bought, 1 returned, [13.00], 1 cases, 0 resolved");
    assertThat(figures.of(sitiToo)).isEqualTo(figures.of(siti));
    assertThat(Figures.shown(sitiToo).getString("customerId")).isEqualTo(siti.toString());
    assertThat(Figures.shown(sitiToo).getString("mergedInto")).isEqualTo(siti.toString());
    assertThat(Figures.shown(siti).getString("mergedInto")).isNull();
    assertThat(merges.answer("merge.applied", merge).at("/effects").toString())
        .isEqualTo("{\"transactions\":2,\"cases\":1}");
  }

  @Test
  void figures_that_are_read_under_the_retired_id_say_whose_they_are() {
    merges.merge(sitiToo, siti);
    String path = "/v1/analytics/customers/";
    assertThat(contentLocation(path + sitiToo)).isEqualTo(path + siti);
    assertThat(contentLocation(path + siti)).isNull();
  }

  @Test
  void a_customer_is_itself_under_each_of_its_ids() {
    merges.merge(sitiToo, siti);
    assertThat(status(Tokens.customer(sitiToo), siti)).isEqualTo(200);
    assertThat(status(Tokens.customer(siti), sitiToo)).isEqualTo(200);
    assertThat(status(Tokens.customer(sitiAgain), sitiToo)).isEqualTo(404);
  }

  @Test
  void a_record_that_was_merged_before_this_service_heard_of_it_is_known() {
    UUID unheard = UuidV7.next();
    assertThat(status(Tokens.of("analyst"), unheard)).isEqualTo(404);
    merges.merge(unheard, sitiAgain);
    assertThat(Figures.shown(unheard).getString("customerId")).isEqualTo(sitiAgain.toString());
  }

  @Test
  void what_comes_later_for_the_retired_id_counts_for_the_survivor() {
    UUID earlier = UuidV7.next();
    caseOpened(earlier, sitiToo);
    var anonymous = aPurchase().line(1, "2.00", null);
    others.tell(anonymous);
    merges.merge(sitiToo, siti);
    others.tell(aPurchase().of(sitiToo).line(1, "1.00", null));
    others.tell(anonymous.attributedTo(sitiToo, "2026-04-01T00:00:00Z"));
    others.tell(
        "crm.complaint", sitiToo, "case.resolved", caseJson(earlier, sitiToo, "resolvedAt"));
    caseOpened(UuidV7.next(), sitiToo);
    assertThat(figures.of(siti)).isEqualTo("4 bought, 1 returned, [16.00], 3 cases, 1 resolved");
  }

  @Test
  void the_survivors_score_is_published_anew_and_the_company_has_one_customer_less() {
    int customers = customers();
    merges.merge(sitiToo, siti);
    assertThat(customers()).isEqualTo(customers - 1);
    assertThat(lastScore(siti)).contains("\"purchases\":2", "\"amount\":\"13.00\"");
    assertThat(query("SELECT 1 FROM customer_score WHERE customer_id = '%s'", sitiToo)).isEmpty();
    others.tell(aPurchase().of(sitiToo).line(1, "1.00", null));
    assertThat(lastScore(siti)).contains("\"purchases\":3");
  }

  @Test
  void a_split_gives_both_back_what_came_for_them() {
    UUID merge = merges.merge(sitiToo, siti);
    others.tell(
        aPurchase().of(sitiToo).line(1, "1.00", null), aPurchase().of(siti).line(1, "5.00", null));
    merges.split(merge, sitiToo, siti);
    JsonNode undone = merges.answer("merge.undone", merge);
    assertThat(figures.of(siti)).isEqualTo("2 bought, 0 returned, [15.00], 0 cases, 0 resolved");
    assertThat(figures.of(sitiToo)).isEqualTo("2 bought, 1 returned, [4.00], 1 cases, 0 resolved");
    assertThat(Figures.shown(sitiToo).getString("mergedInto")).isNull();
    assertThat(undone.at("/effects").toString()).isEqualTo("{\"transactions\":3,\"cases\":1}");
    assertThat(lastScore(siti)).contains("\"purchases\":2", "\"amount\":\"15.00\"");
    assertThat(lastScore(sitiToo)).contains("\"purchases\":2", "\"amount\":\"4.00\"");
  }

  @Test
  void of_a_chain_the_last_link_is_split_first() {
    UUID first = merges.merge(sitiToo, siti);
    UUID second = merges.merge(siti, sitiAgain);
    others.tell(aPurchase().of(sitiToo).line(1, "1.00", null));
    assertThat(figures.of(sitiToo)).isEqualTo("3 bought, 1 returned, [14.00], 1 cases, 0 resolved");
    merges.split(second, siti, sitiAgain);
    assertThat(Figures.shown(sitiToo).getString("customerId")).isEqualTo(siti.toString());
    assertThat(figures.of(sitiAgain)).startsWith("null bought, null returned");
    assertThat(figures.of(siti)).isEqualTo("3 bought, 1 returned, [14.00], 1 cases, 0 resolved");
    merges.split(first, sitiToo, siti);
    assertThat(figures.of(siti)).isEqualTo("1 bought, 0 returned, [10.00], 0 cases, 0 resolved");
    assertThat(figures.of(sitiToo)).isEqualTo("2 bought, 1 returned, [4.00], 1 cases, 0 resolved");
  }

  @Test
  void a_record_that_was_split_off_may_be_merged_into_another() {
    merges.split(merges.merge(sitiToo, siti), sitiToo, siti);
    merges.merge(sitiToo, sitiAgain);
    assertThat(figures.of(sitiAgain))
        .isEqualTo("1 bought, 1 returned, [3.00], 1 cases, 0 resolved");
    assertThat(figures.of(siti)).isEqualTo("1 bought, 0 returned, [10.00], 0 cases, 0 resolved");
  }

  @Test
  void the_latest_word_on_whose_it_is_decides_to_whom_a_split_gives_it() {
    var purchase = aPurchase().line(1, "1.00", null);
    UUID merge = merges.merge(sitiToo, siti);
    others.tell(purchase.attributedTo(siti, "2026-02-01T00:00:00Z"));
    others.tell(purchase.attributedTo(sitiToo, "2026-02-02T00:00:00Z"));
    others.tell(purchase.attributedTo(siti, "2026-02-01T12:00:00Z"));
    assertThat(figures.of(siti)).startsWith("3 bought, 1 returned, [14.00]");
    merges.split(merge, sitiToo, siti);
    assertThat(figures.of(sitiToo)).startsWith("2 bought, 1 returned, [4.00]");
  }

  @Test
  void a_merge_told_twice_is_answered_once() {
    UUID merge = merges.mergeToldTwice(sitiToo, siti);
    merges.answer("merge.applied", merges.merge(UuidV7.next(), sitiAgain));
    assertThat(merges.answers("merge.applied", merge)).hasSize(1);
    assertThat(figures.of(siti)).isEqualTo("2 bought, 1 returned, [13.00], 1 cases, 0 resolved");
  }

  @Test
  void a_purchase_that_is_being_taken_in_is_waited_for() {
    UUID merge =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  takeIn(aPurchase().of(sitiToo).line(1, "1.00", null));
                  UUID begun = merges.begin(sitiToo, siti);
                  await().until(() -> aMergeWaits() || isRetired(sitiToo));
                  return begun;
                });
    assertThat(merges.answer("merge.applied", merge).at("/effects/transactions").asInt())
        .isEqualTo(3);
    assertThat(figures.of(siti)).startsWith("3 bought, 1 returned, [14.00]");
  }

  @Test
  void a_preview_counts_and_changes_nothing() {
    List<String> before = rows();
    JsonNode preview = merges.answer("merge.previewed", merges.propose(sitiToo, siti));
    assertThat(preview.at("/effects").toString()).isEqualTo("{\"transactions\":2,\"cases\":1}");
    assertThat(rows()).isEqualTo(before);
    assertThat(figures.of(siti)).startsWith("1 bought, 0 returned, [10.00]");
  }

  private void caseOpened(UUID id, UUID customer) {
    others.tell("crm.complaint", customer, "case.opened", caseJson(id, customer, "openedAt"));
  }

  private static String caseJson(UUID id, UUID customer, String time) {
    return """
    {"caseId":"%s","customerId":"%s","kind":"COMPLAINT","category":"DELIVERY","%s":"2026-01-12T03:15:00Z"}"""
        .formatted(id, customer, time);
  }

  /** As the inbox does, in the running transaction. */
  private void takeIn(TransactionJson told) {
    listeners.stream()
        .filter(listener -> listener.topic().equals("crm.profile"))
        .forEach(
            listener ->
                listener.apply(
                    List.of(
                        new ReceivedEvent(
                            UuidV7.next(),
                            told.eventType(),
                            1,
                            "/profile",
                            "crm.profile",
                            told.key(),
                            1,
                            Instant.EPOCH,
                            told.id().toString(),
                            null,
                            null,
                            null,
                            told.json().getBytes(UTF_8)))));
  }

  private String lastScore(UUID customer) {
    return await()
        .until(
            () ->
                Stream.of("lifecycle.changed", "score.updated")
                    .flatMap(type -> topics.published(type).stream())
                    .filter(event -> event.key().equals(customer))
                    .toList(),
            events -> events.size() == eventsOf(customer))
        .getLast()
        .json();
  }

  private int eventsOf(UUID customer) {
    return Integer.parseInt(
        query("SELECT last_sequence::text FROM outbox_stream WHERE key = '%s'", customer)
            .getFirst());
  }

  private static int customers() {
    return given()
        .auth()
        .oauth2(Tokens.of("analyst"))
        .get("/v1/analytics/summary")
        .then()
        .extract()
        .path("customers");
  }

  private static int status(String token, UUID customer) {
    return given().auth().oauth2(token).get("/v1/analytics/customers/{id}", customer).statusCode();
  }

  private static String contentLocation(String path) {
    return given().auth().oauth2(Tokens.of("analyst")).get(path).header("Content-Location");
  }

  private boolean aMergeWaits() {
    return !query("SELECT '1' FROM pg_locks WHERE relation = 'alias'::regclass AND NOT granted")
        .isEmpty();
  }

  private boolean isRetired(UUID id) {
    return !query("SELECT '1' FROM alias WHERE id = '%s'", id).isEmpty();
  }

  private List<String> rows() {
    return query(
        """
        SELECT t::text FROM transaction_fact t UNION ALL SELECT c::text FROM case_fact c
        UNION ALL SELECT a::text FROM alias a UNION ALL SELECT a::text FROM customer_activity a
        UNION ALL SELECT s.customer_id::text FROM customer_score s ORDER BY 1
        """);
  }

  /** In a transaction of its own, to see what is committed. */
  private List<String> query(String sql, Object... values) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                jdbi.withHandle(
                    handle ->
                        handle.createQuery(sql.formatted(values)).mapTo(String.class).list()));
  }
}
