package io.github.langgan.chassis.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A body's bytes with one byte of foresight; -1 is its end. */
final class ByteSource {

  private static final int LONGEST_NAME = 64;

  private final InputStream in;
  private final byte[] buffer = new byte[16 * 1024];
  private int at;
  private int filled;

  ByteSource(InputStream in) {
    this.in = in;
  }

  int next() {
    return at < filled || fill() ? buffer[at++] & 0xFF : -1;
  }

  int peek() {
    return at < filled || fill() ? buffer[at] & 0xFF : -1;
  }

  /** The next byte that is not JSON white space. */
  int nextVisible() {
    int b = next();
    while (isSpace(b)) {
      b = next();
    }
    return b;
  }

  /** A field name after its opening quote, or null when it is none that we could know. */
  @Nullable String simpleName() {
    var name = new StringBuilder();
    for (int b = next(); b != '"'; b = next()) {
      if (b < ' ' || b > '~' || b == '\\' || name.length() == LONGEST_NAME) {
        return null;
      }
      name.append((char) b);
    }
    return name.toString();
  }

  static boolean isSpace(int b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private boolean fill() {
    try {
      filled = in.read(buffer, 0, buffer.length);
      at = 0;
      return filled > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
