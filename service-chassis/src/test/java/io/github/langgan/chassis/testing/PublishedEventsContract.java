package io.github.langgan.chassis.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.langgan.chassis.json.EventJson;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What a service states under {@code contracts/}: schemas, examples and the AsyncAPI document speak
 * of the same events. Those that are really published are checked by {@link SchemaCheckedEvents}.
 */
public abstract class PublishedEventsContract {

  private static final Pattern NAMED = Pattern.compile("events/([a-z.-]+)/v1\\.schema\\.json");

  private final String service;
  private final Map<String, Class<?>> records;

  /**
   * @param records what the service writes, by the event's type
   */
  protected PublishedEventsContract(String service, Map<String, Class<?>> records) {
    this.service = service;
    this.records = records;
  }

  @Test
  void every_event_has_its_contract_and_every_contract_its_event() {
    assertThat(PublishedContracts.types(service))
        .containsExactlyInAnyOrderElementsOf(records.keySet());
  }

  @Test
  void every_example_matches_its_schema() {
    var schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    for (var type : PublishedContracts.types(service)) {
      var stated = new String(PublishedContracts.ownSchema(type, 1), UTF_8);
      var example = new String(PublishedContracts.example(service, type, 1), UTF_8);
      var schema = schemas.getSchema(stated, InputFormat.JSON);
      assertThat(schema.validate(example, InputFormat.JSON)).as(type).isEmpty();
    }
  }

  @Test
  void every_example_is_what_the_record_writes() {
    records.forEach(
        (type, record) -> {
          byte[] example = PublishedContracts.example(service, type, 1);
          byte[] written = EventJson.write(EventJson.read(example, record));
          assertThat(EventJson.read(written, Map.class))
              .as(type)
              .isEqualTo(EventJson.read(example, Map.class));
        });
  }

  @Test
  void the_asyncapi_document_names_the_events_that_have_a_schema() throws IOException {
    try (var file = getClass().getResourceAsStream("/contracts/asyncapi.yaml")) {
      assertThat(file).isNotNull();
      var named = NAMED.matcher(new String(file.readAllBytes(), UTF_8)).results();
      assertThat(named.map(match -> match.group(1)))
          .containsExactlyInAnyOrderElementsOf(PublishedContracts.types(service));
    }
  }
}
