package io.github.langgan.complaint.inbound;

import static io.github.langgan.complaint.Callers.agent;
import static io.github.langgan.complaint.Callers.open;
import static io.github.langgan.complaint.Callers.resolve;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.chassis.testing.PublishedContracts;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.complaint.Callers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every event that we claim to read, as its publisher shows it, has its effect. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OthersExamplesTest {

  @Inject Callers callers;
  @Inject TestTopics topics;

  @Test
  void cases_can_be_opened_for_the_customer_of_the_example() throws IOException {
    ObjectNode registered = example("customer", "customer.registered");
    UUID customer = UUID.fromString(registered.get("customerId").asText());
    topics.publish("crm.customer", customer, "customer.registered", registered.toString());
    open(agent(), "INQUIRY", customer).statusCode(201);
  }

  @ParameterizedTest
  @CsvSource({"points.compensated, GIVEN", "points.compensation-refused, REFUSED"})
  void the_example_settles_a_compensation(String type, String state) throws IOException {
    UUID siti = callers.aCustomer();
    UUID id = callers.anOpenCase(siti);
    var promised =
        resolve(id, "{\"summary\":\"Sent anew\",\"compensation\":{\"points\":500}}").extract();
    String position = promised.header("Langgan-Position");
    ObjectNode settled = example("loyalty", type);
    assertThat(settled.has("compensationId")).isTrue();
    settled.put("compensationId", promised.<String>path("compensation.compensationId"));
    topics.publish("crm.loyalty", siti, type, settled.toString(), Map.of("ce_causation", position));
    agent()
        .header("Langgan-Position", position)
        .header("Prefer", "wait=10")
        .get("/v1/cases/{id}", id)
        .then()
        .body("compensation.state", equalTo(state));
  }

  private static ObjectNode example(String service, String type) throws IOException {
    String json = new String(PublishedContracts.example(service, type, 1), UTF_8);
    return (ObjectNode) new ObjectMapper().readTree(json);
  }
}
