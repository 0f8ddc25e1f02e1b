package io.github.langgan.chassis.openapi;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Components that no operation mentions: the scanner collects every described class, and not every
 * service answers every common header.
 */
final class UnusedComponents {

  private static final String HEADERS = "#/components/headers/";

  private UnusedComponents() {}

  static void remove(OpenAPI api) {
    var components = api.getComponents();
    var headers = new LinkedHashMap<>(components.getHeaders());
    headers.keySet().retainAll(usedHeaders(api));
    components.setHeaders(headers);

    var used = Collections.newSetFromMap(new IdentityHashMap<Schema, Boolean>());
    new SchemaWalk(api, used::add).visitOperations();
    var schemas = new LinkedHashMap<>(components.getSchemas());
    schemas.values().removeIf(schema -> !used.contains(schema));
    components.setSchemas(schemas);
  }

  private static Set<String> usedHeaders(OpenAPI api) {
    var used = new HashSet<String>();
    for (var item : api.getPaths().getPathItems().values()) {
      for (var operation : item.getOperations().values()) {
        for (var response : operation.getResponses().getAPIResponses().values()) {
          if (response.getHeaders() != null) {
            response.getHeaders().values().forEach(header -> note(header, used));
          }
        }
      }
    }
    return used;
  }

  private static void note(Header header, Set<String> used) {
    if (header.getRef() != null) {
      used.add(header.getRef().substring(HEADERS.length()));
    }
  }
}
