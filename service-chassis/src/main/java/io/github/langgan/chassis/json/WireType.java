package io.github.langgan.chassis.json;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a value should have been, in the words of the API. */
final class WireType {

  private WireType() {}

  static String code(MismatchedInputException failure) {
    var type = failure.getTargetType();
    if (missing(failure, type)) {
      return "not-null";
    }
    if (type == null) {
      return "type";
    }
    if (type.isEnum()) {
      return "enum";
    }
    if (Temporal.class.isAssignableFrom(type)) {
      return type == Instant.class ? "date-time" : "date";
    }
    return type == UUID.class ? "uuid" : "type";
  }

  static String expected(MismatchedInputException failure) {
    var type = failure.getTargetType();
    if (missing(failure, type)) {
      return "must not be missing";
    }
    if (type == null) {
      return "has another type than expected";
    }
    if (type.isEnum()) {
      return "must be one of "
          + Arrays.stream(type.getEnumConstants())
              .map(constant -> ((Enum<?>) constant).name())
              .collect(Collectors.joining(", "));
    }
    return "must be " + nameOf(type);
  }

  private static String nameOf(Class<?> type) {
    if (type == Instant.class) {
      return "a time between the years 1900 and 2199 with its offset, like 2026-01-31T08:00:00Z";
    }
    if (type == LocalDate.class) {
      return "a date that exists, like 2026-01-31";
    }
    if (Temporal.class.isAssignableFrom(type)) {
      return "a date or time in ISO 8601";
    }
    if (type == UUID.class) {
      return "a UUID";
    }
    if (type == String.class) {
      return "a text";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return "a whole number in range";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a number";
    }
    return Collection.class.isAssignableFrom(type) || type.isArray() ? "a list" : "an object";
  }

  private static boolean missing(MismatchedInputException failure, @Nullable Class<?> type) {
    return failure.getMessage().startsWith("Cannot map `null` into type")
        && type != null
        && !Map.class.isAssignableFrom(type);
  }
}
