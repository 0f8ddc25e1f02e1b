package io.github.langgan.benchmarks.ingest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A purchase to be recorded.
 *
 * @param customer the number that the partner knows the customer by; null: nobody's
 */
record Sale(String externalId, Instant occurredAt, @Nullable String customer, List<Line> lines) {

  record Line(String product, String name, int quantity, BigDecimal unitPrice) {

    BigDecimal amount() {
      return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }
  }

  BigDecimal total() {
    return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
