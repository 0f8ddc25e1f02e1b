package io.github.langgan.customer.upkeep.updating;

/** Whether a request can be answered. */
sealed interface TokenStanding {

  record Open(UpdateRequest request) implements TokenStanding {}

  record Answered(UpdateRequest request) implements TokenStanding {}

  /** Nothing is kept of who was asked. */
  record CustomerErased() implements TokenStanding {}

  /** Revoked, expired, of a customer who has died, or none of ours. */
  record NoneThatStands() implements TokenStanding {}
}
