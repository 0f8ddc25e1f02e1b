package io.github.langgan.customer.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which version of which record brought a value: an earlier one, unless it is new.
 *
 * @param cameFor the merged record that new values come for; null for the customer's own
 */
public record Since<T>(Map<T, Brought> earlier, @Nullable UUID cameFor) {

  public static <T> Since<T> now() {
    return new Since<>(Map.of(), null);
  }

  Since(Map<T, Brought> earlier) {
    this(earlier, null);
  }

  public Since<T> newCameFor(@Nullable CustomerId record) {
    return new Since<>(earlier, record == null ? null : record.value());
  }

  /** Each value as if that version had brought it, for whom it came before. */
  public Since<T> saidAnew(Origin version) {
    Map<T, Brought> anew = new HashMap<>();
    earlier.forEach((value, brought) -> anew.put(value, new Brought(version, brought.cameFor())));
    return new Since<>(anew, cameFor);
  }

  /**
   * With the values of another record.
   *
   * @param cameFor what they came for here, by what they came for there
   */
  public Since<T> and(Since<T> others, Function<Optional<UUID>, Optional<UUID>> cameFor) {
    Map<T, Brought> all = new HashMap<>();
    others.earlier.forEach(
        (value, brought) ->
            all.put(
                value,
                new Brought(
                    brought.origin(),
                    cameFor.apply(Optional.ofNullable(brought.cameFor())).orElse(null))));
    all.putAll(earlier);
    return new Since<>(all);
  }

  Brought of(T value, Origin current) {
    return earlier.getOrDefault(value, new Brought(current, cameFor));
  }
}
