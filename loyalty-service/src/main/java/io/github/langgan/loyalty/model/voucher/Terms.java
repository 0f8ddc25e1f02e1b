package io.github.langgan.loyalty.model.voucher;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a voucher gives, and on what.
 *
 * @param minimum that the lines in scope cost after their own discounts and before any voucher;
 *     null: none
 */
public record Terms(Discount discount, @Nullable BigDecimal minimum, ProductScope scope) {

  /** Places in the order's list of lines. */
  public List<Integer> linesInScope(List<OrderLine> lines) {
    return IntStream.range(0, lines.size())
        .filter(place -> scope.covers(lines.get(place)))
        .boxed()
        .toList();
  }

  public boolean reachesMinimum(List<OrderLine> lines) {
    return minimum == null || spentInScope(lines).compareTo(minimum) >= 0;
  }

  private BigDecimal spentInScope(List<OrderLine> lines) {
    return lines.stream()
        .filter(scope::covers)
        .map(OrderLine::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
