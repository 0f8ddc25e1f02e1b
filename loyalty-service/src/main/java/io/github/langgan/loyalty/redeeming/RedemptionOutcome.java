package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.loyalty.model.Balance;

sealed interface RedemptionOutcome {

  record Redeemed(Redemption redemption, Balance balance, Position position)
      implements RedemptionOutcome {}

  record InsufficientPoints(long available) implements RedemptionOutcome {}
}
