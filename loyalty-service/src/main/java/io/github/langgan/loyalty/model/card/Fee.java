package io.github.langgan.loyalty.model.card;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a member pays for a new piece.
 *
 * @param currency ISO 4217
 * @param waiver why it is nothing; null: the policy's share of the price
 */
public record Fee(BigDecimal amount, String currency, @Nullable Waiver waiver) {}
