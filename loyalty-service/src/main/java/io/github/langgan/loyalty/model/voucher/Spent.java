package io.github.langgan.loyalty.model.voucher;

import java.math.BigDecimal;

/** What a campaign with a budget has given away or holds for someone. */
public record Spent(BigDecimal discount, long redemptions) {

  public static final Spent NOTHING = new Spent(BigDecimal.ZERO, 0);

  public Spent less(Use use) {
    return new Spent(discount.subtract(use.money()), redemptions - use.count());
  }
}
