package io.github.langgan.loyalty.model.voucher;

import java.math.BigDecimal;
import java.util.List;

public record Order(String currency, List<OrderLine> lines) {

  /** Before any voucher. */
  public BigDecimal total() {
    return lines.stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
