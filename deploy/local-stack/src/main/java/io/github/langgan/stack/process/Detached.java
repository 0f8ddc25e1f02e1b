package io.github.langgan.stack.process;

import java.util.List;

/** Puts a child into a session of its own, so that Ctrl-C or a closed terminal doesn't reach it. */
final class Detached {

  private static final List<String> PREFIX =
      Programs.find("setsid").map(List::of).orElse(List.of());

  private Detached() {}

  static List<String> prefix() {
    return PREFIX;
  }
}
