package io.github.langgan.analytics.facts;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a transaction.
 *
 * @param cost of the whole quantity; null when not known
 * @param returnOf the purchase line that a return gives back, where that is known
 */
public record LineFact(
    int line,
    String product,
    @Nullable String category,
    int quantity,
    BigDecimal amount,
    @Nullable BigDecimal cost,
    @Nullable ReturnOf returnOf) {

  public record ReturnOf(UUID transactionId, int line) {}

  BigDecimal knownCost() {
    return cost == null ? BigDecimal.ZERO : cost;
  }
}
