package io.github.langgan.benchmarks.ingest;

import java.util.Locale;

/** Progress, for whoever watches; the figures go to standard output. */
final class Console {

  private Console() {}

  static void say(String format, Object... values) {
    System.err.println(String.format(Locale.ROOT, format, values));
  }

  static double secondsSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1e9;
  }
}
