package io.github.langgan.chassis.json;

import com.fasterxml.jackson.databind.ObjectReader;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The items of a bulk request, read as they are asked for. What is wrong with the request itself
 * (not with one item) is thrown as a {@link Problem} when it is reached, at the latest after the
 * last item: apply nothing for good before the end was seen.
 */
public final class Items<T> implements Iterator<Item<T>> {

  private final StrictJson json;
  private final ItemBytes bytes;
  private final ObjectReader reader;
  private final Class<T> type;
  private final int most;
  private int index;
  private boolean found;

  Items(StrictJson json, ItemBytes bytes, ObjectReader reader, Class<T> type, int most) {
    this.json = json;
    this.bytes = bytes;
    this.reader = reader;
    this.type = type;
    this.most = most;
  }

  @Override
  public boolean hasNext() {
    if (!found) {
      found = bytes.advance();
      if (found && index >= most) {
        throw Problem.invalid("/items", "size", "must hold at most " + most + " items");
      }
    }
    return found;
  }

  @Override
  public Item<T> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    found = false;
    int place = index++;
    if (bytes.isTooLong()) {
      return new Item.Refused<>(place, Problem.of(Problems.PAYLOAD_TOO_LARGE, "Item too large"));
    }
    try {
      var value = type.cast(json.read(bytes.array(), bytes.from(), bytes.length(), reader));
      return new Item.Read<>(place, json.valid(value));
    } catch (Problem problem) {
      return new Item.Refused<>(place, problem);
    }
  }

  /** All of them; the whole request has been read and found well formed when this returns. */
  public List<Item<T>> all() {
    var items = new ArrayList<Item<T>>();
    forEachRemaining(items::add);
    return items;
  }
}
