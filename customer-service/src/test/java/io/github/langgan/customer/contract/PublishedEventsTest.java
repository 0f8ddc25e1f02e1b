package io.github.langgan.customer.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.langgan.chassis.testing.PublishedContracts;
import io.github.langgan.chassis.testing.PublishedEventsContract;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedEventsTest extends PublishedEventsContract {

  PublishedEventsTest() {
    super(
        "customer",
        Map.ofEntries(
            entry("customer.access-requested", CustomerAccessRequestedV1.class),
            entry("customer.archived", CustomerArchivedV1.class),
            entry("customer.reactivated", CustomerReactivatedV1.class),
            entry("customer.deceased", CustomerDeceasedV1.class),
            entry("customer.death-revoked", CustomerDeathRevokedV1.class),
            entry("customer.restricted", CustomerRestrictedV1.class),
            entry("customer.restriction-lifted", CustomerRestrictionLiftedV1.class),
            entry("erasure.receipted", ErasureReceiptedV1.class),
            entry("customer.erasure-requested", CustomerErasureRequestedV1.class),
            entry("intake.received", IntakeReceivedV1.class),
            entry("consent.recorded", ConsentRecordedV1.class),
            entry("customer.registered", CustomerRegisteredV1.class),
            entry("customer.updated", CustomerUpdatedV1.class),
            entry("customer.merged", CustomerMergedV1.class),
            entry("customer.unmerged", CustomerUnmergedV1.class),
            entry("customer.merge-proposed", CustomerMergeProposedV1.class),
            entry("party.registered", PartyRegisteredV1.class),
            entry("party.updated", PartyUpdatedV1.class),
            entry("relationship.established", RelationshipEstablishedV1.class),
            entry("relationship.ended", RelationshipEndedV1.class)));
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
    String schema = new String(PublishedContracts.ownSchema("customer.registered", 1), UTF_8);
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON)
                .validate(event, InputFormat.JSON))
        .isNotEmpty();
  }
}
