package io.github.langgan.chassis.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.outbox.AppendedEvents;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Every event that any test makes the service publish must match its schema, or the test fails. */
@Singleton
public class SchemaCheckedEvents extends AppendedEvents {

  /** System property: true while a benchmark measures the service alone. */
  public static final String UNCHECKED = "langgan.events-unchecked";

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  @Override
  public void appended(PublishedEvent event) {
    if (Boolean.getBoolean(UNCHECKED)) {
      return;
    }
    String json = new String(EventJson.write(event), UTF_8);
    var errors =
        schemas
            .computeIfAbsent(event.type() + "/" + event.version(), name -> schemaOf(event))
            .validate(json, InputFormat.JSON);
    if (!errors.isEmpty()) {
      throw new AssertionError(
          "event %s doesn't match its schema: %s%n%s".formatted(event.type(), errors, json));
    }
  }

  private Schema schemaOf(PublishedEvent event) {
    byte[] schema = PublishedContracts.ownSchema(event.type(), event.version());
    return registry.getSchema(new String(schema, UTF_8), InputFormat.JSON);
  }
}
