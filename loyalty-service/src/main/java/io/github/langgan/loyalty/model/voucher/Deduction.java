package io.github.langgan.loyalty.model.voucher;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a voucher takes off an order.
 *
 * @param lines one amount for each line of the order, which together are all of it
 */
public record Deduction(List<BigDecimal> lines) {

  public BigDecimal total() {
    return lines.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public boolean isNothing() {
    return total().signum() == 0;
  }
}
