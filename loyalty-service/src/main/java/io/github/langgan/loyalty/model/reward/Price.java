package io.github.langgan.loyalty.model.reward;

import io.github.langgan.chassis.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What somebody pays for some pieces.
 *
 * @param money that is not paid with points; null: nothing
 */
public record Price(long points, @Nullable Money money) {}
