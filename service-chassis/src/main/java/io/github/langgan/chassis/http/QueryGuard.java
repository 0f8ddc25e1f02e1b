package io.github.langgan.chassis.http;

import io.github.langgan.chassis.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters that the operation declares, once each unless it takes many, and readable as
 * their type. A misspelt filter would otherwise widen a listing unnoticed.
 */
@Provider
public final class QueryGuard implements ContainerRequestFilter {

  static final String FIELDS = "fields";

  private final Map<Method, Map<String, Class<?>>> declared = new ConcurrentHashMap<>();

  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    var method = resource.getResourceMethod();
    if (method == null) {
      return;
    }
    var known = declared.computeIfAbsent(method, DeclaredParameters::of);
    request
        .getUriInfo()
        .getQueryParameters()
        .forEach((name, values) -> check(known, request.getMethod(), name, values));
  }

  private static void check(
      Map<String, Class<?>> known, String method, String name, List<String> values) {
    var type = known.get(name);
    if (type == null && FIELDS.equals(name) && "GET".equals(method)) {
      type = String.class;
    }
    if (type == null) {
      throw Problem.invalidParameter(clean(name), "is not a parameter of this operation");
    }
    if (values.size() > 1 && !DeclaredParameters.takesMany(type)) {
      throw Problem.invalidParameter(name, "must not be repeated");
    }
    for (var value : values) {
      var fault = fault(type, value);
      if (fault != null) {
        throw Problem.invalidParameter(name, fault);
      }
    }
  }

  private static @Nullable String fault(Class<?> type, String value) {
    if (value.isEmpty()) {
      return "must not be empty";
    }
    if (value.codePoints().anyMatch(c -> c == 0 || c == 0xFFFD)) {
      return "must be clean UTF-8";
    }
    if (type.isEnum()) {
      var constants = Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
      return constants.contains(value) ? null : "must be one of " + String.join(", ", constants);
    }
    try {
      parse(type, value);
      return null;
    } catch (DateTimeException | IllegalArgumentException e) {
      return "is not acceptable";
    }
  }

  private static void parse(Class<?> type, String value) {
    if (type == int.class || type == Integer.class) {
      Integer.parseInt(value);
    } else if (type == long.class || type == Long.class) {
      Long.parseLong(value);
    } else if (type == UUID.class) {
      UUID.fromString(value);
    } else if (type == Instant.class) {
      Instant.parse(value);
    } else if (type == LocalDate.class) {
      LocalDate.parse(value);
    } else if ((type == boolean.class || type == Boolean.class) && !value.matches("true|false")) {
      throw new IllegalArgumentException();
    }
  }

  static String clean(String name) {
    var printable = name.replaceAll("[^ -~]", "?");
    return printable.length() > 64 ? printable.substring(0, 64) : printable;
  }
}
