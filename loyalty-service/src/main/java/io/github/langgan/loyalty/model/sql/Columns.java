package io.github.langgan.loyalty.model.sql;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows turned into one array per column, for {@code unnest}. Times and decimals travel as text:
 * cast them.
 */
public final class Columns<T> {

  private final List<T> rows;
  private final Map<String, Object> arrays = new HashMap<>();

  public Columns(List<T> rows) {
    this.rows = rows;
  }

  public Columns<T> uuids(String name, Function<T, @Nullable UUID> column) {
    return put(name, column, UUID[]::new);
  }

  public Columns<T> texts(String name, Function<T, @Nullable String> column) {
    return put(name, column, String[]::new);
  }

  public Columns<T> bytes(String name, Function<T, byte[]> column) {
    arrays.put(name, rows.stream().map(column).toArray(byte[][]::new));
    return this;
  }

  public Columns<T> longs(String name, Function<T, @Nullable Long> column) {
    return put(name, column, Long[]::new);
  }

  public Columns<T> ints(String name, Function<T, @Nullable Integer> column) {
    return put(name, column, Integer[]::new);
  }

  public Columns<T> times(String name, Function<T, @Nullable Instant> column) {
    return texts(name, row -> text(column.apply(row)));
  }

  public Columns<T> decimals(String name, Function<T, @Nullable BigDecimal> column) {
    return texts(
        name,
        row -> {
          BigDecimal value = column.apply(row);
          return value == null ? null : value.toPlainString();
        });
  }

  /** For {@code bindMap}. */
  public Map<String, Object> arrays() {
    return arrays;
  }

  private <C> Columns<T> put(
      String name, Function<T, @Nullable C> column, IntFunction<@Nullable C[]> array) {
    arrays.put(name, rows.stream().map(column).toArray(array));
    return this;
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
