package io.github.langgan.loyalty.redeeming;

import io.github.langgan.loyalty.model.reward.Limit;
import io.github.langgan.loyalty.model.reward.Taken;
import org.jspecify.annotations.Nullable;

/**
 * What a redemption costs, and what for.
 *
 * @param taken null: something that is known elsewhere
 * @param limit of the reward; null: none
 */
record Bill(long points, @Nullable Taken taken, @Nullable Limit limit) {}
