package io.github.langgan.stack.launcher;

/** A command that can't be done; the message says why and what to do, in one line. */
public final class Refused extends RuntimeException {

  public Refused(String message) {
    super(message);
  }
}
