package io.github.langgan.complaint.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.langgan.chassis.testing.PublishedContracts;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What stands under {@code contracts/}; events that are really published are checked as they go.
 */
class PublishedEventsTest {

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @Test
  void every_example_matches_its_schema() {
    List<String> types = PublishedContracts.types("complaint");
    assertThat(types).isNotEmpty();
    for (String type : types) {
      var schema =
          SCHEMAS.getSchema(
              new String(PublishedContracts.ownSchema(type, 1), UTF_8), InputFormat.JSON);
      String example = new String(PublishedContracts.example("complaint", type, 1), UTF_8);
      assertThat(schema.validate(example, InputFormat.JSON)).as(type).isEmpty();
    }
  }

  @Test
  void the_asyncapi_document_names_the_events_that_have_a_schema() throws IOException {
    try (var file = getClass().getResourceAsStream("/contracts/asyncapi.yaml")) {
      assertThat(file).isNotNull();
      var named =
          Pattern.compile("events/([a-z.-]+)/v1\\.schema\\.json")
              .matcher(new String(file.readAllBytes(), UTF_8))
              .results()
              .map(match -> match.group(1));
      assertThat(named).containsExactlyInAnyOrderElementsOf(PublishedContracts.types("complaint"));
    }
  }
}
