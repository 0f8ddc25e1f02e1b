package io.github.langgan.chassis.sql;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows as one array per column, which {@code FROM unnest(:ids::uuid[], :births::text[]::date[])}
 * makes rows again: one statement for any number of them.
 */
public final class Columns<T> {

  private final List<T> rows;

  private Columns(Collection<T> rows) {
    this.rows = List.copyOf(rows);
  }

  public static <T> Columns<T> of(Collection<T> rows) {
    return new Columns<>(rows);
  }

  public UUID[] uuids(Function<? super T, ? extends @Nullable UUID> column) {
    return array(column, UUID[]::new);
  }

  public Integer[] ints(Function<? super T, @Nullable Integer> column) {
    return array(column, Integer[]::new);
  }

  public Long[] longs(Function<? super T, @Nullable Long> column) {
    return array(column, Long[]::new);
  }

  public Boolean[] booleans(Function<? super T, @Nullable Boolean> column) {
    return array(column, Boolean[]::new);
  }

  /** Also for times, dates, decimals and constants, as they write themselves. */
  public String[] texts(Function<? super T, ? extends @Nullable Object> column) {
    return array(row -> text(column.apply(row)), String[]::new);
  }

  private <V> V[] array(
      Function<? super T, ? extends @Nullable V> column, IntFunction<V[]> newArray) {
    V[] values = newArray.apply(rows.size());
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(rows.get(i));
    }
    return values;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
