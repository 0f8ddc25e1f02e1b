package io.github.langgan.loyalty.model.voucher;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * @param discount off the whole line, before any voucher
 */
public record OrderLine(
    String product,
    @Nullable String category,
    long quantity,
    BigDecimal unitPrice,
    BigDecimal discount) {

  public BigDecimal amount() {
    return unitPrice.multiply(BigDecimal.valueOf(quantity)).subtract(discount);
  }
}
