package io.github.langgan.loyalty.model.tier;

import org.jspecify.annotations.Nullable;

/**
 * How long a level stays that was reached.
 *
 * @param periods to the end of the period in which it was reached, and so many more; null: days
 * @param days so many whole days after; null: periods
 */
public record Validity(@Nullable Integer periods, @Nullable Integer days) {}
