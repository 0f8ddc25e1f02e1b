package io.github.langgan.chassis.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a collection. With a {@code nextCursor} the answer also gets {@code Link: rel="next"}.
 *
 * @param nextCursor absent on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

  public Page {
    items = List.copyOf(items);
  }

  /**
   * From rows of a query with {@code LIMIT request.fetch()}: the row beyond the limit only says
   * that there is a next page.
   *
   * @param position the sort key of a row, unique, e.g. {@code v -> Cursor.of(v.openedAt(),
   *     v.id())}
   */
  public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, Cursor> position) {
    if (rows.size() <= request.limit()) {
      return new Page<>(rows, null);
    }
    var items = rows.subList(0, request.limit());
    return new Page<>(items, request.seal(position.apply(items.getLast())));
  }

  public <R> Page<R> map(Function<? super T, ? extends R> view) {
    return new Page<>(items.stream().<R>map(view).toList(), nextCursor);
  }
}
