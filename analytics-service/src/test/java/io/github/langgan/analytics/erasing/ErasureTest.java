package io.github.langgan.analytics.erasing;

import static io.github.langgan.analytics.TransactionJson.aPurchase;
import static io.github.langgan.analytics.TransactionJson.aReturn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.analytics.Merges;
import io.github.langgan.analytics.OtherServices;
import io.github.langgan.analytics.facts.RebuildSummaries;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.EveryTable;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.http.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ErasureTest {

  @Inject OtherServices others;
  @Inject Merges merges;
  @Inject TestTopics topics;
  @Inject RebuildSummaries rebuild;
  @Inject Jdbi jdbi;

  private final UUID siti = UuidV7.next();
  private final UUID sitiToo = UuidV7.next();

  @AfterEach
  void the_summaries_are_those_of_a_rebuild() {
    List<String> live = summaries();
    rebuild.rebuild();
    assertThat(summaries()).isEqualTo(live);
  }

  @Test
  void facts_stay_and_are_nobodys() {
    others.tell(
        aPurchase().of(siti).line(1, "10.00", "4.00"),
        aPurchase().of(sitiToo).line(2, "3.00", null),
        aReturn().of(sitiToo).line(1, "3.00", null));
    caseOpened(siti);
    registered(siti);
    merges.merge(sitiToo, siti);
    long facts = facts();
    assertThat(EveryTable.thatHolds(siti.toString(), jdbi))
        .contains("customer_activity", "customer_score", "registered_customer");

    JsonPath receipt = receipt(requested(siti, sitiToo));

    assertThat(facts()).isEqualTo(facts);
    assertThat(factsOf(siti)).isZero();
    assertThat(EveryTable.thatHolds(siti.toString(), jdbi))
        .allMatch(
            table ->
                List.of("alias", "erased_subject", "outbox_stream", "inbox_stream", "person_key")
                    .contains(table));
    assertThat(receipt.getInt("erased.transactionsMadeAnonymous")).isEqualTo(3);
    assertThat(receipt.getInt("erased.cases")).isEqualTo(1);
    assertThat(receipt.getList("retained")).isEmpty();
    for (UUID id : List.of(siti, sitiToo)) {
      assertThat(status(id)).isEqualTo(410);
      assertThat(status(id, Tokens.customer(siti))).isEqualTo(404);
    }
    assertThat(status(UuidV7.next())).isEqualTo(404);
  }

  @Test
  void what_comes_late_is_nobodys() {
    var anonymous = aPurchase().line(1, "2.00", null);
    others.tell(anonymous);
    receipt(requested(siti));
    long facts = facts();
    others.tell(aPurchase().of(siti).line(1, "1.00", null));
    others.tell(anonymous.attributedTo(siti, "2026-04-01T00:00:00Z"));
    caseOpened(siti);
    registered(siti);
    assertThat(facts()).isEqualTo(facts + 1);
    assertThat(factsOf(siti)).isZero();
    assertThat(status(siti)).isEqualTo(410);
  }

  @Test
  void a_record_that_was_split_off_keeps_its_own() {
    others.tell(
        aPurchase().of(siti).line(1, "10.00", "4.00"),
        aPurchase().of(sitiToo).line(1, "3.00", null));
    UUID merge = merges.merge(sitiToo, siti);
    receipt(requested(sitiToo));
    assertThat(factsOf(siti)).isEqualTo(1);
    merges.split(merge, sitiToo, siti);
    assertThat(factsOf(siti)).isEqualTo(1);
    assertThat(factsOf(sitiToo)).isZero();
  }

  @Test
  void a_survivor_that_was_erased_before_we_hear_of_the_split_keeps_nothing() {
    others.tell(
        aPurchase().of(siti).line(1, "10.00", "4.00"),
        aPurchase().of(sitiToo).line(1, "3.00", null));
    UUID merge = merges.merge(sitiToo, siti);
    receipt(requested(siti));
    assertThat(count("SELECT count(*) FROM customer_money WHERE customer_id = '" + siti + "'"))
        .isZero();
    merges.split(merge, sitiToo, siti);
    assertThat(factsOf(sitiToo)).isEqualTo(1);
    assertThat(status(sitiToo)).isEqualTo(200);
    assertThat(status(siti)).isEqualTo(410);
    assertThat(EveryTable.thatHolds(siti.toString(), jdbi))
        .allMatch(
            List.of("erased_subject", "inbox_stream", "outbox_stream", "person_key")::contains);
  }

  private void registered(UUID customer) {
    others.tell(
        "crm.customer",
        customer,
        "customer.registered",
        "{\"customerId\":\"%s\",\"registeredAt\":\"2026-01-05T03:00:00Z\"}".formatted(customer));
  }

  private void caseOpened(UUID customer) {
    others.tell(
        "crm.complaint",
        customer,
        "case.opened",
        """
        {"caseId":"%s","customerId":"%s","kind":"COMPLAINT","category":"DELIVERY",\
        "openedAt":"2026-01-12T03:15:00Z"}"""
            .formatted(UuidV7.next(), customer));
  }

  private static int status(UUID customer) {
    return status(customer, Tokens.of("analyst"));
  }

  private static int status(UUID customer, String token) {
    return given().auth().oauth2(token).get("/v1/analytics/customers/{id}", customer).statusCode();
  }

  private long facts() {
    return count("SELECT count(*) FROM transaction_fact");
  }

  private long factsOf(UUID customer) {
    return count(
        """
        SELECT (SELECT count(*) FROM transaction_fact WHERE customer_id = '%1$s')
             + (SELECT count(*) FROM case_fact WHERE customer_id = '%1$s')
        """
            .formatted(customer));
  }

  private long count(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  private List<String> summaries() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT a::text FROM customer_activity a
                     WHERE (a.purchases, a.returns, a.cases_opened) <> (0, 0, 0)
                    UNION ALL SELECT m::text FROM customer_money m
                    UNION ALL SELECT d::text FROM daily_total d ORDER BY 1
                    """)
                .mapTo(String.class)
                .list());
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
