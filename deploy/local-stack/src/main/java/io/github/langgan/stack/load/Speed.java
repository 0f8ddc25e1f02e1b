package io.github.langgan.stack.load;

import java.util.Locale;

/** How many lines there were, and how many in a second. */
final class Speed {

  private final long linesBefore;
  private final long begun = System.nanoTime();

  Speed(long linesBefore) {
    this.linesBefore = linesBefore;
  }

  String after(long lines) {
    double seconds = Math.max(1e-3, (System.nanoTime() - begun) / 1e9);
    return String.format(Locale.ROOT, "%,d lines, %,.0f/s", lines, (lines - linesBefore) / seconds);
  }
}
