package io.github.langgan.chassis.openapi;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Visits schemas and everything that they are made of, each once, through references. */
final class SchemaWalk {

  private final OpenAPI api;
  private final Consumer<Schema> visitor;
  private final Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  SchemaWalk(OpenAPI api, Consumer<Schema> visitor) {
    this.api = api;
    this.visitor = visitor;
  }

  void visit(@Nullable Schema start) {
    var schema = Schemas.resolve(api, start);
    if (schema == null || !seen.add(schema)) {
      return;
    }
    visitor.accept(schema);
    visit(schema.getItems());
    visit(schema.getAdditionalPropertiesSchema());
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(this::visit);
    }
    visitAll(schema.getAllOf());
    visitAll(schema.getAnyOf());
    visitAll(schema.getOneOf());
  }

  private void visitAll(@Nullable Collection<Schema> schemas) {
    if (schemas != null) {
      schemas.forEach(this::visit);
    }
  }

  /** Everything that the description holds: bodies, answers, parameters, headers. */
  void visitOperations() {
    api.getPaths()
        .getPathItems()
        .values()
        .forEach(item -> item.getOperations().values().forEach(this::visit));
    if (api.getComponents().getHeaders() != null) {
      api.getComponents().getHeaders().values().forEach(header -> visit(header.getSchema()));
    }
  }

  void visitBody(org.eclipse.microprofile.openapi.models.Operation operation) {
    if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
      visit(operation.getRequestBody().getContent());
    }
  }

  private void visit(org.eclipse.microprofile.openapi.models.Operation operation) {
    visitBody(operation);
    if (operation.getParameters() != null) {
      operation.getParameters().forEach(parameter -> visit(parameter.getSchema()));
    }
    operation
        .getResponses()
        .getAPIResponses()
        .values()
        .forEach(
            response -> {
              if (response.getContent() != null) {
                visit(response.getContent());
              }
            });
  }

  private void visit(org.eclipse.microprofile.openapi.models.media.Content content) {
    content.getMediaTypes().values().forEach(media -> visit(media.getSchema()));
  }
}
