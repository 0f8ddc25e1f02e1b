package io.github.langgan.customer.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.testing.PublishedContracts;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files under {@code contracts/} agree with each other and with the records. */
class ContractsTest {

  private static final Map<String, Class<? extends PublishedEvent>> EVENTS =
      Map.of(
          "customer.registered", CustomerRegisteredV1.class,
          "customer.updated", CustomerUpdatedV1.class);

  @ParameterizedTest
  @ValueSource(strings = {"customer.registered", "customer.updated"})
  void the_example_is_what_we_publish(String type) throws Exception {
    byte[] example = PublishedContracts.example("customer", type, 1);
    PublishedEvent event = EventJson.read(example, EVENTS.get(type));
    assertThat(event.type()).isEqualTo(type);
    assertThat(json(EventJson.write(event))).isEqualTo(json(example));
    assertThat(schema(type).validate(new String(example, UTF_8), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"customerId\":\"0194b3a1-5c00-7a3e-9d2f-6f0b1c2d3e4f\",\"kind\":\"ROBOT\","
            + "\"registeredAt\":\"2026-01-05T03:00:01Z\",\"person\":{\"name\":{\"full\":\"x\"},"
            + "\"contacts\":[],\"identifiers\":[]},"
            + "\"source\":{\"form\":\"WEB\",\"receivedAt\":\"2026-01-05T03:00:00Z\"}}",
      })
  void the_schema_refuses_what_we_never_say(String event) {
    assertThat(schema("customer.registered").validate(event, InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void asyncapi_names_exactly_the_events_that_have_a_schema() throws Exception {
    JsonNode document =
        new ObjectMapper(new YAMLFactory())
            .readTree(getClass().getResource("/contracts/asyncapi.yaml"));
    assertThat(document.at("/components/messages").findValuesAsText("name"))
        .containsExactlyInAnyOrderElementsOf(PublishedContracts.types("customer"))
        .containsExactlyInAnyOrderElementsOf(EVENTS.keySet());
  }

  private static Schema schema(String type) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(new String(PublishedContracts.ownSchema(type, 1), UTF_8), InputFormat.JSON);
  }

  private static JsonNode json(byte[] bytes) throws Exception {
    return new ObjectMapper().readTree(bytes);
  }
}
