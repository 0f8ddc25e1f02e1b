package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.loyalty.model.Balance;
import org.jspecify.annotations.Nullable;

/**
 * @param balance of the member after it
 * @param position of the event that tells it; null: nothing happened, it was so before
 */
record RedemptionResult(Redemption redemption, Balance balance, @Nullable Position position) {}
