package io.github.langgan.loyalty.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.testing.PublishedContracts;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.OtherServices;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples that the publishers keep with their schemas are understood. */
@QuarkusTest
class ConsumedExamplesTest extends LoyaltyTest {

  @ParameterizedTest
  @CsvSource({
    "customer,  crm.customer,  customer.registered,    customerId",
    "profile,   crm.profile,   transaction.recorded,   transactionId",
    "profile,   crm.profile,   transaction.attributed, transactionId",
    "complaint, crm.complaint, compensation.promised,  compensationId",
    "complaint, crm.complaint, case.opened,            caseId",
    "complaint, crm.complaint, case.resolved,          caseId",
    "complaint, crm.complaint, case.closed,            caseId",
  })
  void an_example_is_applied(String publisher, String topic, String type, String subject) {
    String example = new String(PublishedContracts.example(publisher, type, 1), UTF_8);
    UUID key =
        UUID.fromString(
            JsonPath.from(example).getString("customerId") == null
                ? JsonPath.from(example).getString(subject)
                : JsonPath.from(example).getString("customerId"));

    UUID event = topics.publish(topic, key, type, example);

    await().untilAsserted(() -> assertThat(applied(event)).isTrue());
    String table =
        Map.of("crm.customer", "customer", "crm.profile", "transaction")
            .getOrDefault(topic, type.startsWith("case.") ? "complaint" : "compensation");
    assertThat(exists(table, UUID.fromString(JsonPath.from(example).getString(subject)))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "customer.merged,         mergeId,    merge.applied",
    "customer.unmerged,       mergeId,    merge.undone",
    "customer.merge-proposed, proposalId, merge.previewed",
  })
  void an_example_of_a_merge_is_answered(String type, String id, String answer) {
    String example = new String(PublishedContracts.example("customer", type, 1), UTF_8);

    topics.publish("crm.customer", OtherServices.MERGES, type, example);

    UUID asked = UUID.fromString(JsonPath.from(example).getString(id));
    assertThat(others.answer(asked, answer).getUUID(id)).isEqualTo(asked);
  }

  @Test
  void an_event_with_what_we_do_not_know_yet_is_applied_all_the_same() {
    UUID customer = UUID.randomUUID();
    String example =
        new String(PublishedContracts.example("customer", "customer.registered", 1), UTF_8)
            .replaceFirst("\\{", "{\"mood\":{\"today\":\"fine\"},")
            .replaceFirst(
                "\"customerId\"\\s*:\\s*\"[^\"]+\"", "\"customerId\":\"" + customer + "\"");

    UUID event = topics.publish("crm.customer", customer, "customer.registered", example);

    await().untilAsserted(() -> assertThat(applied(event)).isTrue());
    assertThat(exists("customer", customer)).isTrue();
  }

  private boolean applied(UUID event) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT count(*) > 0 FROM inbox WHERE event_id = :id")
                .bind("id", event)
                .mapTo(Boolean.class)
                .one());
  }

  private boolean exists(String table, UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT count(*) > 0 FROM <table> WHERE id = :id")
                .define("table", table)
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
  }
}
