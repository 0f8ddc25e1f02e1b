package io.github.langgan.chassis.openapi;

import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Requests take no fields but those that they describe. */
final class RequestSchemas {

  private RequestSchemas() {}

  static void close(OpenAPI api) {
    var walk = new SchemaWalk(api, RequestSchemas::close);
    api.getPaths()
        .getPathItems()
        .values()
        .forEach(item -> item.getOperations().values().forEach(walk::visitBody));
  }

  private static void close(Schema schema) {
    if (schema.getProperties() != null
        && schema.getAdditionalPropertiesBoolean() == null
        && schema.getAdditionalPropertiesSchema() == null) {
      schema.setAdditionalPropertiesBoolean(false);
    }
  }
}
