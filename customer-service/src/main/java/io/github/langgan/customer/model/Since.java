package io.github.langgan.customer.model;

import java.util.Map;

/** Which version of a customer brought a value: an earlier one, unless it is new. */
public record Since<T>(Map<T, Integer> earlier) {

  public static <T> Since<T> now() {
    return new Since<>(Map.of());
  }

  int version(T value, int current) {
    return earlier.getOrDefault(value, current);
  }
}
