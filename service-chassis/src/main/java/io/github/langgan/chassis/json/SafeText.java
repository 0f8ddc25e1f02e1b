package io.github.langgan.chassis.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Checks the bytes of a JSON text before any parser sees them: valid UTF-8 (no overlong forms, no
 * encoded surrogates), no NUL, and no escape that decodes to a NUL or to half a surrogate pair.
 */
final class SafeText {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long BACKSLASHES = LOW_BITS * '\\';

  private final byte[] bytes;
  private final int end;
  private int at;

  private SafeText(byte[] bytes, int from, int length) {
    this.bytes = bytes;
    this.at = from;
    this.end = from + length;
  }

  static boolean isSafe(byte[] bytes, int from, int length) {
    return new SafeText(bytes, from, length).scan();
  }

  private boolean scan() {
    while (true) {
      skipPlainAscii();
      if (at >= end) {
        return true;
      }
      byte b = bytes[at];
      if (b == 0) {
        return false;
      }
      if (b == '\\') {
        if (!escape()) {
          return false;
        }
      } else if (b > 0) {
        at++;
      } else if (!multiByte(b & 0xFF)) {
        return false;
      }
    }
  }

  /** Eight bytes at a time, as long as none is a NUL, a backslash or outside ASCII. */
  private void skipPlainAscii() {
    while (at + Long.BYTES <= end) {
      long word = (long) LONGS.get(bytes, at);
      long slashes = word ^ BACKSLASHES;
      long special = word | (word - LOW_BITS) | ((slashes - LOW_BITS) & ~slashes);
      if ((special & HIGH_BITS) != 0) {
        return;
      }
      at += Long.BYTES;
    }
  }

  private boolean escape() {
    if (at + 1 >= end || bytes[at + 1] != 'u') {
      at += at + 1 < end && bytes[at + 1] > 0 ? 2 : 1; // what is not ASCII is looked at next
      return true;
    }
    int unit = codeUnit(at);
    if (unit < 0) {
      at += 2; // not hexadecimal: the parser says so
      return true;
    }
    if (unit == 0 || Character.isLowSurrogate((char) unit)) {
      return false;
    }
    at += 6;
    if (Character.isHighSurrogate((char) unit)) {
      int low = codeUnit(at);
      if (low < 0 || !Character.isLowSurrogate((char) low)) {
        return false;
      }
      at += 6;
    }
    return true;
  }

  /** The value of the {@code \\uXXXX} at an index, or -1. */
  private int codeUnit(int index) {
    if (index + 6 > end || bytes[index] != '\\' || bytes[index + 1] != 'u') {
      return -1;
    }
    int unit = 0;
    for (int i = index + 2; i < index + 6; i++) {
      int digit = Character.digit(bytes[i], 16);
      if (digit < 0) {
        return -1;
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }

  private boolean multiByte(int lead) {
    int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    if (lead < 0xC2 || lead > 0xF4 || at + more >= end) {
      return false;
    }
    int second = bytes[at + 1] & 0xFF;
    int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < lowest || second > highest) {
      return false;
    }
    for (int i = 2; i <= more; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return false;
      }
    }
    at += more + 1;
    return true;
  }
}
