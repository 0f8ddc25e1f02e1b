package io.github.langgan.chassis.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code fields=a,b} on any GET that answers JSON: only these fields of the object, or of each item
 * of a page. Runs before the writer, so that links and cursors stay.
 */
@Provider
public final class FieldSelection implements ContainerResponseFilter {

  private static final int OK = 200;

  private final ObjectMapper mapper;

  @Context ResourceInfo resource;

  public FieldSelection(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    var asked = request.getUriInfo().getQueryParameters().getFirst(QueryGuard.FIELDS);
    if (asked == null || response.getStatus() != OK || !isJson(response)) {
      return;
    }
    var fields = new LinkedHashSet<>(Arrays.asList(asked.split(",", -1)));
    var unknown = itemType(response).flatMap(type -> unknown(type, fields));
    if (unknown.isPresent()) {
      refuse(request, response, unknown.get());
    } else {
      response.setEntity(select(response.getEntity(), fields));
    }
  }

  private static boolean isJson(ContainerResponseContext response) {
    var type = response.getMediaType();
    return response.getEntity() != null
        && (type == null || type.isCompatible(MediaType.APPLICATION_JSON_TYPE));
  }

  /** What one object of the answer is; unknown when a page is empty and the method says nothing. */
  private Optional<Class<?>> itemType(ContainerResponseContext response) {
    if (!(response.getEntity() instanceof Page<?> page)) {
      return Optional.of(response.getEntity().getClass());
    }
    if (!page.items().isEmpty()) {
      return Optional.of(page.items().getFirst().getClass());
    }
    return resource.getResourceMethod().getGenericReturnType() instanceof ParameterizedType type
            && type.getActualTypeArguments()[0] instanceof Class<?> item
        ? Optional.of(item)
        : Optional.empty();
  }

  private Optional<String> unknown(Class<?> type, Set<String> fields) {
    var known =
        mapper
            .getSerializationConfig()
            .introspect(mapper.constructType(type))
            .findProperties()
            .stream()
            .map(property -> property.getName())
            .collect(Collectors.toSet());
    return fields.stream().filter(field -> !known.contains(field)).findFirst();
  }

  private JsonNode select(Object entity, Set<String> fields) {
    JsonNode tree = mapper.valueToTree(entity);
    if (entity instanceof Page<?>) {
      tree.get("items").forEach(item -> retain(item, fields));
    } else {
      retain(tree, fields);
    }
    return tree;
  }

  private static void retain(JsonNode object, Set<String> fields) {
    if (object instanceof ObjectNode node) {
      node.retain(fields);
    }
  }

  /** Not thrown: the answer is on its way already. */
  private static void refuse(
      ContainerRequestContext request, ContainerResponseContext response, String field) {
    var problem =
        Problem.invalidParameter(
            QueryGuard.FIELDS, "names '" + QueryGuard.clean(field) + "', which is no field here");
    var answer =
        ProblemMapper.response(
            problem,
            request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE),
            request.getUriInfo().getRequestUri().getRawPath());
    response.getHeaders().clear();
    response.setStatus(answer.getStatus());
    response.setEntity(answer.getEntity());
    answer.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
  }
}
