package io.github.langgan.profile.model.returns;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * The money of a line, split over its pieces. The n-th piece's share is what the first n pieces are
 * worth, rounded, less what the first n−1 are: however a line is split, its shares add up to it.
 */
record LineMoney(int quantity, BigDecimal unitPrice, BigDecimal discount, int decimals) {

  /** A part of a line's quantity. */
  record Share(BigDecimal amount, BigDecimal discount) {}

  /** Rounds to the currency's usual decimals, or to the line's own where it has more. */
  static LineMoney of(int quantity, BigDecimal unitPrice, BigDecimal discount, String currency) {
    int usual = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    int own = Math.max(decimalsOf(unitPrice), decimalsOf(discount));
    return new LineMoney(quantity, unitPrice, discount, Math.max(usual, own));
  }

  /** What the pieces after the first {@code before} are worth, up to the {@code upTo}-th. */
  Share share(int before, int upTo) {
    BigDecimal amount = worth(upTo).subtract(worth(before));
    BigDecimal gross = unitPrice.multiply(BigDecimal.valueOf(upTo - before));
    return new Share(amount, gross.subtract(amount));
  }

  private BigDecimal worth(int pieces) {
    BigDecimal net = unitPrice.multiply(BigDecimal.valueOf(quantity)).subtract(discount);
    return net.multiply(BigDecimal.valueOf(pieces))
        .divide(BigDecimal.valueOf(quantity), decimals, HALF_UP);
  }

  private static int decimalsOf(BigDecimal value) {
    return value.signum() == 0 ? 0 : value.stripTrailingZeros().scale();
  }
}
