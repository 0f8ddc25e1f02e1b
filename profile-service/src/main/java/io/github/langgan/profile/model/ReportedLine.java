package io.github.langgan.profile.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line as the partner reports it.
 *
 * @param quantity positive, also in a return
 * @param unitPrice null only in a return that names its purchase: the purchase's price holds there
 * @param discount off the whole line; at most quantity × unitPrice
 */
public record ReportedLine(
    String product,
    @Nullable String name,
    @Nullable String category,
    int quantity,
    @Nullable BigDecimal unitPrice,
    @Nullable BigDecimal unitCost,
    BigDecimal discount) {

  /** What the partner took or gave back for it; zero when it didn't say. */
  public BigDecimal amount() {
    return unitPrice == null
        ? BigDecimal.ZERO
        : unitPrice.multiply(BigDecimal.valueOf(quantity)).subtract(discount);
  }
}
