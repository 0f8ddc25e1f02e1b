package io.github.langgan.chassis.idempotency;

/** What came of asking for a key. */
sealed interface Claim {

  record Ours() implements Claim {}

  record Answered(Answer answer) implements Claim {}

  record UsedForAnother() implements Claim {}
}
