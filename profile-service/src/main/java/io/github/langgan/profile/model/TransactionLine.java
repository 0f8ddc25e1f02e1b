package io.github.langgan.profile.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line as recorded. In a return, {@code returnOf} is the purchase's line that it gives back; null
 * when none was found.
 *
 * @param line from 1
 * @param quantity positive, also in a return
 * @param amount quantity × unitPrice − discount, not negative
 */
public record TransactionLine(
    int line,
    String product,
    @Nullable String name,
    @Nullable String category,
    int quantity,
    BigDecimal unitPrice,
    @Nullable BigDecimal unitCost,
    BigDecimal discount,
    BigDecimal amount,
    @Nullable LineId returnOf) {

  /** As reported, belonging to no other. */
  public static TransactionLine of(int line, ReportedLine reported) {
    return new TransactionLine(
        line,
        reported.product(),
        reported.name(),
        reported.category(),
        reported.quantity(),
        reported.unitPrice() == null ? BigDecimal.ZERO : reported.unitPrice(),
        reported.unitCost(),
        reported.discount(),
        reported.amount(),
        null);
  }

  ReportedLine asReported() {
    return new ReportedLine(product, name, category, quantity, unitPrice, unitCost, discount);
  }
}
