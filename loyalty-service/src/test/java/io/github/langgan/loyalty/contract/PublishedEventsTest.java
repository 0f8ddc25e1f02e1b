package io.github.langgan.loyalty.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.testing.PublishedContracts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedEventsTest {

  private static final Map<String, Class<?>> RECORDS =
      Map.of(
          "membership.opened", MembershipOpenedV1.class,
          "points.compensated", PointsCompensatedV1.class,
          "points.compensation-refused", PointsCompensationRefusedV1.class,
          "points.earned", PointsEarnedV1.class,
          "points.expired", PointsExpiredV1.class,
          "points.redeemed", PointsRedeemedV1.class,
          "points.redemption-reversed", PointsRedemptionReversedV1.class,
          "points.reversed", PointsReversedV1.class);

  static List<String> types() {
    return PublishedContracts.types("loyalty");
  }

  @Test
  void every_event_has_its_contract_and_every_contract_its_event() {
    assertThat(types()).containsExactlyInAnyOrderElementsOf(RECORDS.keySet());
  }

  @Test
  void the_asyncapi_document_names_the_events_that_have_a_schema() throws IOException {
    var document =
        new ObjectMapper(new YAMLFactory())
            .readTree(getClass().getResource("/contracts/asyncapi.yaml"));
    assertThat(document.at("/components/messages").findValuesAsText("name"))
        .containsExactlyInAnyOrderElementsOf(types());
  }

  @ParameterizedTest
  @MethodSource("types")
  void an_example_matches_its_schema_and_is_what_the_record_writes(String type) {
    byte[] example = PublishedContracts.example("loyalty", type, 1);
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(new String(PublishedContracts.ownSchema(type, 1), UTF_8), InputFormat.JSON);
    byte[] written = EventJson.write(EventJson.read(example, RECORDS.get(type)));

    assertThat(schema.validate(new String(example, UTF_8), InputFormat.JSON)).isEmpty();
    assertThat(EventJson.read(written, Map.class)).isEqualTo(EventJson.read(example, Map.class));
  }
}
