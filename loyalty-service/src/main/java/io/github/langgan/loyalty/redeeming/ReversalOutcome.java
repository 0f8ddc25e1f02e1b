package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.loyalty.model.Balance;

sealed interface ReversalOutcome {

  /**
   * @param points that were given back now
   */
  record Reversed(Redemption redemption, long points, Balance balance, Position position)
      implements ReversalOutcome {}

  /** Fewer points of the redemption are still spent than were to be given back. */
  record TooMuch(long reversible) implements ReversalOutcome {}
}
