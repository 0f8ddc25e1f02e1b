package io.github.langgan.stack.launcher;

/**
 * What the doctor saw.
 *
 * @param remedy what to do; empty when it is good
 */
record Finding(String what, String seen, String remedy) {

  static Finding good(String what, String seen) {
    return new Finding(what, seen, "");
  }

  static Finding of(String what, String seen, boolean good, String remedy) {
    return new Finding(what, seen, good ? "" : remedy);
  }

  boolean good() {
    return remedy.isEmpty();
  }

  @Override
  public String toString() {
    return good()
        ? "ok       %-16s %s".formatted(what, seen)
        : "PROBLEM  %-16s %s%n         → %s".formatted(what, seen, remedy);
  }
}
