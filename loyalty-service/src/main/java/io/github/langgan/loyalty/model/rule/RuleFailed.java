package io.github.langgan.loyalty.model.rule;

/** A rule has no answer, for example because it divides by zero. */
final class RuleFailed extends RuntimeException {

  RuleFailed(String reason) {
    // no stack trace: it may happen for each line
    super(reason, null, false, false);
  }
}
