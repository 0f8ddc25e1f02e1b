package io.github.langgan.stack.load.reconciling;

/** What became of a part of the file. */
public sealed interface Outcome {

  /**
   * It is stored.
   *
   * @param before by an earlier run, or by a request whose answer was lost
   */
  record Recorded(boolean before) implements Outcome {}

  record Rejected(String reason) implements Outcome {}
}
