package io.github.langgan.analytics.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.langgan.analytics.OtherServices;
import io.github.langgan.chassis.testing.PublishedContracts;
import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every event that we claim to read, as its publisher shows it, becomes a fact. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OthersExamplesTest {

  @Inject OtherServices others;
  @Inject Jdbi jdbi;

  @ParameterizedTest
  @CsvSource({
    "profile, transaction.recorded, transaction_fact, transactionId, transaction_id",
    "profile, transaction.attributed, transaction_fact, transactionId, transaction_id",
    "customer, customer.registered, registered_customer, customerId, customer_id",
    "complaint, case.opened, case_fact, caseId, case_id",
    "complaint, case.resolved, case_fact, caseId, case_id",
  })
  void an_example_of_another_service_becomes_a_fact(
      String service, String type, String table, String field, String column) throws IOException {
    String json = new String(PublishedContracts.example(service, type, 1), UTF_8);
    JsonNode example = new ObjectMapper().readTree(json);
    UUID id = UUID.fromString(example.get(field).asText());
    UUID key = example.hasNonNull("customerId") ? uuid(example, "customerId") : id;

    others.tell("crm." + service, key, type, json);

    String count = "SELECT count(*) FROM %s WHERE %s = :id".formatted(table, column);
    int facts =
        jdbi.withHandle(
            handle -> handle.createQuery(count).bind("id", id).mapTo(Integer.class).one());
    assertThat(facts).isEqualTo(1);
    int parked =
        jdbi.withHandle(
            handle ->
                handle.createQuery("SELECT count(*) FROM parked_event").mapTo(Integer.class).one());
    assertThat(parked).isZero();
  }

  private static UUID uuid(JsonNode json, String field) {
    return UUID.fromString(json.get(field).asText());
  }
}
