package io.github.langgan.customer.upkeep.updating;

/** What came of revoking a request. */
sealed interface RevocationResult {

  /** Now or before. */
  record Revoked() implements RevocationResult {}

  record UnknownRequest() implements RevocationResult {}

  record AlreadyAnswered(UpdateRequest request) implements RevocationResult {}
}
