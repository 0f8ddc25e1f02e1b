package io.github.langgan.loyalty.model.rule;

/** What a rule says a purchase is worth. */
public sealed interface Rating {

  /** None or more. */
  record Worth(long points) implements Rating {}

  /** The rule has no answer for this purchase, for example because it divides by zero. */
  record Failed(String reason) implements Rating {}
}
