package io.github.langgan.stack.gateway;

import java.util.regex.Pattern;

/**
 * Whether a path says what it seems to say. What one server reads as one path and the next as
 * another is refused, so that nobody walks past a check: empty and dot segments, path parameters,
 * and encoded slashes, backslashes, semicolons, dots and control characters.
 */
final class PlainPath {

  private static final Pattern ODD =
      Pattern.compile(
          "//|;|\\\\|(^|/)\\.{1,2}(/|$)|%(?![0-9a-f]{2})|%(2f|5c|3b|2e|7f|[01][0-9a-f])|[^!-~]",
          Pattern.CASE_INSENSITIVE);

  private PlainPath() {}

  static boolean is(String path) {
    return path.startsWith("/") && !ODD.matcher(path).find();
  }
}
