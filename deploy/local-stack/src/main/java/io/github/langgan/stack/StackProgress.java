package io.github.langgan.stack;

/** Told what happens while a stack starts or stops. */
public interface StackProgress {

  StackProgress SILENT = new StackProgress() {};

  /** So many processes are to become ready, or to end. */
  default void begins(int processes) {}

  default void done(String process) {}
}
