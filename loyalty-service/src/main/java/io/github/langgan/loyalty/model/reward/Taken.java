package io.github.langgan.loyalty.model.reward;

import io.github.langgan.chassis.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of a reward that a redemption is for.
 *
 * @param money that is paid besides the points; null: none
 */
public record Taken(RewardId id, int pieces, @Nullable Money money) {}
