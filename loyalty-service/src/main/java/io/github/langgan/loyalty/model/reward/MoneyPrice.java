package io.github.langgan.loyalty.model.reward;

import java.math.BigDecimal;

/**
 * What a piece costs without points.
 *
 * @param amount in the program's currency
 * @param leastPoints that have to be paid in points all the same
 */
public record MoneyPrice(BigDecimal amount, long leastPoints) {}
