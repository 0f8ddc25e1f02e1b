package io.github.langgan.customer.merging;

import io.github.langgan.chassis.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A query parameter that is true or false, and nothing that only looks like it. */
final class Flag {

  private Flag() {}

  static boolean of(String name, @Nullable String value) {
    return switch (value) {
      case null -> false;
      case "true" -> true;
      case "false" -> false;
      default -> throw Problem.invalidParameter(name, "must be true or false");
    };
  }
}
