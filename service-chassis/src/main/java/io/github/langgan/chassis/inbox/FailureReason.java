package io.github.langgan.chassis.inbox;

/** What an operator reads of a failure: the innermost cause, no stack trace, bounded. */
final class FailureReason {

  private static final int LONGEST = 1_000;

  private FailureReason() {}

  static String of(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String text = cause.getClass().getSimpleName() + ": " + cause.getMessage();
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
