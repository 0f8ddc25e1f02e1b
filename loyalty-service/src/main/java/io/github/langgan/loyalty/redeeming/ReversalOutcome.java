package io.github.langgan.loyalty.redeeming;

sealed interface ReversalOutcome {

  record Reversed(RedemptionResult result) implements ReversalOutcome {}

  /** Fewer points of the redemption are still spent than were to be given back. */
  record TooMuch(long reversible) implements ReversalOutcome {}
}
