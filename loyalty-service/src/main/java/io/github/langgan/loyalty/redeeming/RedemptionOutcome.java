package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.loyalty.model.Balance;
import io.github.langgan.loyalty.model.card.CardState;
import org.jspecify.annotations.Nullable;

sealed interface RedemptionOutcome {

  record Redeemed(Redemption redemption, Balance balance, Position position)
      implements RedemptionOutcome {}

  /**
   * @param state of the card that was presented; null: it is none of the membership's
   */
  record CardNotActive(@Nullable CardState state) implements RedemptionOutcome {}

  record InsufficientPoints(long available) implements RedemptionOutcome {}
}
