package io.github.langgan.chassis.openapi;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Components that no operation mentions, because the scanner collects every described class. */
final class UnusedSchemas {

  private UnusedSchemas() {}

  static void remove(OpenAPI api) {
    var used = Collections.newSetFromMap(new IdentityHashMap<Schema, Boolean>());
    new SchemaWalk(api, used::add).visitOperations();
    var kept = new LinkedHashMap<>(api.getComponents().getSchemas());
    kept.values().removeIf(schema -> !used.contains(schema));
    api.getComponents().setSchemas(kept);
  }
}
