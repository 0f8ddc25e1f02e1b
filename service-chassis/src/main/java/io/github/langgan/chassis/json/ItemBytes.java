package io.github.langgan.chassis.json;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a bulk body into the bytes of its items without parsing them: an item ends where its
 * brackets close outside of texts. Holds one item at a time.
 */
final class ItemBytes {

  private static final int LARGEST_ITEM = 1 << 20;

  private final ByteSource source;
  private final boolean lines;
  private byte[] item = new byte[4096];
  private int length;
  private boolean tooLong;
  private State state = State.BEFORE;

  private enum State {
    BEFORE,
    INSIDE,
    AFTER
  }

  private ItemBytes(InputStream body, boolean lines) {
    this.source = new ByteSource(body);
    this.lines = lines;
  }

  static ItemBytes ofArray(InputStream body) {
    return new ItemBytes(body, false);
  }

  static ItemBytes ofLines(InputStream body) {
    return new ItemBytes(body, true);
  }

  /** Goes to the next item; false at the end of a well-formed request. */
  boolean advance() {
    length = 0;
    tooLong = false;
    return lines ? nextLine() : nextElement();
  }

  boolean isTooLong() {
    return tooLong;
  }

  byte[] array() {
    return item;
  }

  int from() {
    return 0;
  }

  int length() {
    return length;
  }

  private boolean nextLine() {
    for (int b = source.next(); b >= 0; b = source.next()) {
      if (b != '\n') {
        keep(b);
      } else if (!isBlank()) {
        return true;
      } else {
        length = 0;
      }
    }
    return !isBlank();
  }

  private boolean isBlank() {
    if (tooLong) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (!ByteSource.isSpace(item[i])) {
        return false;
      }
    }
    return true;
  }

  private boolean nextElement() {
    if (state == State.AFTER) {
      return false;
    }
    int b;
    if (state == State.BEFORE) {
      open();
      b = source.nextVisible();
      state = State.INSIDE;
      if (b == ']') {
        return close();
      }
    } else {
      b = source.nextVisible();
      if (b == ']') {
        return close();
      }
      if (b != ',') {
        throw malformed();
      }
      b = source.nextVisible();
    }
    element(b);
    return true;
  }

  /** Copies one element, of which the first byte is known, and stops before what follows it. */
  private void element(int first) {
    if (first < 0 || first == ',' || first == ']' || first == '}' || first == ':') {
      throw malformed();
    }
    int depth = 0;
    int b = first;
    while (true) {
      if (b < 0) {
        throw malformed();
      }
      keep(b);
      if (b == '"') {
        text();
      } else if (b == '{' || b == '[') {
        depth++;
      } else if (b == '}' || b == ']') {
        depth--;
      }
      if (depth == 0) {
        int next = source.peek();
        if (next < 0 || next == ',' || next == ']' || ByteSource.isSpace(next)) {
          return;
        }
      }
      b = source.next();
    }
  }

  private void text() {
    for (int b = source.next(); b >= 0; b = source.next()) {
      keep(b);
      if (b == '"') {
        return;
      }
      if (b == '\\') {
        keep(source.next());
      }
    }
    throw malformed();
  }

  private void open() {
    int b = source.nextVisible();
    if (b < 0) {
      throw Problem.of(Problems.MALFORMED, "The body is empty");
    }
    if (b != '{') {
      throw b == '[' ? Problem.invalid("", "type", "must be an object with items") : malformed();
    }
    b = source.nextVisible();
    if (b == '}') {
      throw Problem.invalid("/items", "not-null", "must not be missing");
    }
    requireItems(b);
    if (source.nextVisible() != ':') {
      throw malformed();
    }
    if (source.nextVisible() != '[') {
      throw Problem.invalid("/items", "type", "must be a list");
    }
  }

  private void requireItems(int quote) {
    var name = quote == '"' ? source.simpleName() : null;
    if (name == null) {
      throw malformed();
    }
    if (!"items".equals(name)) {
      throw unknown(name);
    }
  }

  private boolean close() {
    state = State.AFTER;
    int b = source.nextVisible();
    if (b == ',') {
      var name = source.nextVisible() == '"' ? source.simpleName() : null;
      throw name == null || "items".equals(name) ? malformed() : unknown(name);
    }
    if (b != '}' || source.nextVisible() >= 0) {
      throw malformed();
    }
    return false;
  }

  private void keep(int b) {
    if (length == LARGEST_ITEM) {
      tooLong = true;
      return;
    }
    if (length == item.length) {
      item = Arrays.copyOf(item, item.length * 2);
    }
    item[length++] = (byte) b;
  }

  private static Problem unknown(@Nullable String name) {
    return Problem.of(Problems.UNKNOWN_FIELD, "Unknown field '" + name + "'")
        .withError("/" + name, "unknown-field", "is not a field of this object");
  }

  private static Problem malformed() {
    return Problem.of(Problems.MALFORMED, "The body is not an object with a list of items");
  }
}
