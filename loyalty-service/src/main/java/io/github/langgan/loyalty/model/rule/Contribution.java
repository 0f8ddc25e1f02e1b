package io.github.langgan.loyalty.model.rule;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one rule gave.
 *
 * @param line null: for the transaction as a whole
 * @param points exact, above zero unless a factor below one took from what others gave
 */
public record Contribution(String rule, @Nullable Integer line, BigDecimal points) {}
