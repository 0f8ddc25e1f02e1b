package io.github.langgan.stack.launcher;

import java.util.List;

/**
 * A test that failed.
 *
 * @param test class and method
 * @param message what it said, line by line; empty when it said nothing
 */
record RedTest(String test, List<String> message) {

  private static final int LINES_SHOWN = 12;

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("RED  ").append(test);
    message.stream().limit(LINES_SHOWN).forEach(line -> text.append("\n       ").append(line));
    return text.toString();
  }
}
