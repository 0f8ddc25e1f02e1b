package io.github.langgan.loyalty.model.voucher;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/**
 * Takes vouchers off an order, one after the other: each of what those before it have left. Money
 * is exact: a voucher's discount is a whole number of the currency's smallest units, its shares of
 * the lines sum up to it, and no line goes below zero.
 */
public final class Pricing {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final List<OrderLine> lines;
  private final BigDecimal[] left;
  private final int decimals;

  public Pricing(List<OrderLine> lines, String currency) {
    this.lines = lines;
    this.left = lines.stream().map(OrderLine::amount).toArray(BigDecimal[]::new);
    this.decimals = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
  }

  /** Percents are taken off before amounts (docs/adr/0023). */
  public static int rank(Discount discount) {
    return switch (discount) {
      case Discount.Percent percent -> 0;
      case Discount.Amount amount -> 1;
    };
  }

  public Deduction deduct(Terms terms) {
    List<Integer> scope = terms.linesInScope(lines);
    BigDecimal base = sum(scope.stream().map(place -> left[place]).toList());
    BigDecimal wanted =
        switch (terms.discount()) {
          case Discount.Amount(var amount) -> amount;
          case Discount.Percent(var percent, var most) -> {
            BigDecimal part = base.multiply(percent).divide(HUNDRED);
            yield (most == null ? part : part.min(most)).setScale(decimals, RoundingMode.HALF_UP);
          }
        };
    BigDecimal most = sum(scope.stream().map(place -> whole(left[place])).toList());
    BigDecimal total = whole(wanted).min(most);
    BigDecimal[] shares = share(total, base, scope);
    for (int place = 0; place < left.length; place++) {
      left[place] = left[place].subtract(shares[place]);
    }
    return new Deduction(List.of(shares));
  }

  /** By largest remainders; of equal ones the first line gets the unit. */
  private BigDecimal[] share(BigDecimal total, BigDecimal base, List<Integer> scope) {
    BigDecimal[] shares = new BigDecimal[left.length];
    Arrays.fill(shares, whole(BigDecimal.ZERO));
    if (total.signum() == 0) {
      return shares;
    }
    BigDecimal[] remainders = new BigDecimal[left.length];
    BigDecimal missing = total;
    for (int place : scope) {
      BigDecimal exact = total.multiply(left[place]).divide(base, MathContext.DECIMAL128);
      shares[place] = whole(exact);
      remainders[place] = exact.subtract(shares[place]);
      missing = missing.subtract(shares[place]);
    }
    List<Integer> next = new ArrayList<>(scope);
    next.sort(
        Comparator.comparing((Integer place) -> remainders[place], Collections.reverseOrder()));
    BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
    while (missing.signum() > 0) {
      for (int place : next) {
        BigDecimal more = shares[place].add(unit);
        if (missing.signum() > 0 && more.compareTo(left[place]) <= 0) {
          shares[place] = more;
          missing = missing.subtract(unit);
        }
      }
    }
    return shares;
  }

  private BigDecimal whole(BigDecimal money) {
    return money.setScale(decimals, RoundingMode.DOWN);
  }

  private static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
