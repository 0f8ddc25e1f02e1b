package io.github.langgan.chassis.openapi;

import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.jspecify.annotations.Nullable;

/** An operation of the description together with the method that answers it. */
record DescribedOperation(
    OpenAPI api,
    String path,
    HttpMethod verb,
    Operation operation,
    @Nullable ResourceMethod method) {

  boolean hasBody() {
    return operation.getRequestBody() != null;
  }

  boolean isConditional() {
    return verb == HttpMethod.PATCH || method != null && method.requiresIfMatch();
  }

  /** Whether the method says itself what lets a caller in. */
  boolean hasOwnSecurity() {
    return operation.getSecurity() != null
        && operation.getSecurity().stream().anyMatch(one -> !one.getSchemes().isEmpty());
  }

  boolean hasParameter(String name) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(p -> name.equals(p.getName()));
  }

  boolean answersPosition(String status) {
    boolean creates = operation.getResponses().getAPIResponse("201") != null;
    return method != null
        && method.answersPosition()
        && (creates ? status.equals("201") : status.startsWith("2"));
  }

  boolean tellsOtherId(String status) {
    return method != null && method.followsAliases() && status.startsWith("2");
  }

  /** Whether a good answer carries JSON. */
  boolean answersJson() {
    return operation.getResponses().getAPIResponses().entrySet().stream()
        .filter(response -> response.getKey().startsWith("2"))
        .map(response -> response.getValue().getContent())
        .anyMatch(content -> content != null && content.hasMediaType("application/json"));
  }
}
