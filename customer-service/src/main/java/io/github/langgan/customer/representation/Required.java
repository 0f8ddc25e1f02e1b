package io.github.langgan.customer.representation;

import io.github.langgan.customer.model.InvalidValue;
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
}
