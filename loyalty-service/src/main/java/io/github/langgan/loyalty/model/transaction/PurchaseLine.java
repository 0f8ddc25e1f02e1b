package io.github.langgan.loyalty.model.transaction;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * @param number within its purchase, from 1
 * @param amount what was paid for the line: quantity times unit price less discount
 */
public record PurchaseLine(
    int number,
    String product,
    @Nullable String category,
    long quantity,
    BigDecimal unitPrice,
    BigDecimal discount,
    BigDecimal amount) {

  /** What stays of the line when only {@code left} of it are kept: its share of the money. */
  PurchaseLine keeping(long left) {
    return new PurchaseLine(
        number, product, category, left, unitPrice, share(discount, left), share(amount, left));
  }

  private BigDecimal share(BigDecimal money, long left) {
    return money
        .multiply(BigDecimal.valueOf(left))
        .divide(BigDecimal.valueOf(quantity), MathContext.DECIMAL128);
  }
}
