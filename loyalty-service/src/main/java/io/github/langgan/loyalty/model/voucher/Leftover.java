package io.github.langgan.loyalty.model.voucher;

import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.model.transaction.PurchaseLine;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is left of an order after returns of the purchase that it became. Depends on how much of
 * each line came back, not on how many returns brought it.
 *
 * @param kept quantity of each line of the order
 * @param everythingCameBack of the purchase, whatever the order said
 */
public record Leftover(Order order, List<Long> kept, boolean everythingCameBack) {

  private record Elsewhere(String product, long quantity) {}

  /**
   * A line of the purchase is the order's line in the same place, if that is of the same product;
   * what is more than that counts for the other lines of the product.
   *
   * @param returned quantities by the purchase's line numbers
   */
  public static Leftover of(Order order, Purchase purchase, Map<Integer, Long> returned) {
    List<Long> kept = new ArrayList<>(order.lines().stream().map(OrderLine::quantity).toList());
    List<Elsewhere> elsewhere = new ArrayList<>();
    for (PurchaseLine line : purchase.lines()) {
      long back = Math.min(line.quantity(), returned.getOrDefault(line.number(), 0L));
      long here = isInPlace(line, order) ? take(kept, line.number() - 1, back) : 0;
      if (back > here) {
        elsewhere.add(new Elsewhere(line.product(), back - here));
      }
    }
    for (Elsewhere line : elsewhere) {
      long back = line.quantity();
      for (int place = 0; place < kept.size(); place++) {
        if (order.lines().get(place).product().equals(line.product())) {
          back -= take(kept, place, back);
        }
      }
    }
    return new Leftover(order, kept, purchase.less(returned).isEmpty());
  }

  /** The part of a discount that the lines which were kept still have. */
  public Deduction of(Deduction granted) {
    List<BigDecimal> left = new ArrayList<>();
    for (int place = 0; place < kept.size(); place++) {
      BigDecimal share = granted.lines().get(place);
      left.add(
          everythingCameBack
              ? BigDecimal.ZERO.setScale(share.scale())
              : share(share, place).setScale(share.scale(), RoundingMode.HALF_UP));
    }
    return new Deduction(left);
  }

  /** Whether the lines that were kept would have been enough for these terms. */
  public boolean reachesMinimumOf(Terms terms) {
    List<OrderLine> lines = new ArrayList<>();
    for (int place = 0; place < kept.size(); place++) {
      OrderLine line = order.lines().get(place);
      lines.add(
          new OrderLine(
              line.product(),
              line.category(),
              kept.get(place),
              line.unitPrice(),
              share(line.discount(), place)));
    }
    return !everythingCameBack && terms.reachesMinimum(lines);
  }

  private BigDecimal share(BigDecimal money, int place) {
    return money
        .multiply(BigDecimal.valueOf(kept.get(place)))
        .divide(BigDecimal.valueOf(order.lines().get(place).quantity()), MathContext.DECIMAL128);
  }

  private static boolean isInPlace(PurchaseLine line, Order order) {
    return line.number() <= order.lines().size()
        && order.lines().get(line.number() - 1).product().equals(line.product());
  }

  private static long take(List<Long> kept, int place, long most) {
    long taken = Math.min(kept.get(place), most);
    kept.set(place, kept.get(place) - taken);
    return taken;
  }
}
