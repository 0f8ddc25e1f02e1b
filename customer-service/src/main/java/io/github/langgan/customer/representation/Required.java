package io.github.langgan.customer.representation;

import io.github.langgan.customer.model.InvalidValue;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a body can't do without. */
final class Required {

  private Required() {}

  static <T> T of(String field, @Nullable T value) {
    if (value == null) {
      throw new InvalidValue(field, "not-null", "must not be missing");
    }
    return value;
  }

  static <T> T of(@Nullable T value) {
    return of("", value);
  }

  /** The constant of that name. */
  static <E extends Enum<E>> E oneOf(Class<E> type, String field, @Nullable String name) {
    String said = of(field, name);
    E[] choices = type.getEnumConstants();
    for (E choice : choices) {
      if (choice.name().equals(said)) {
        return choice;
      }
    }
    throw new InvalidValue(
        field,
        "enum",
        Arrays.stream(choices)
            .map(Enum::name)
            .collect(Collectors.joining(", ", "must be one of ", "")));
  }
}
