package io.github.langgan.analytics.customervalue;

import io.github.langgan.chassis.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * A customer's amounts in one currency. Cost and costed revenue are of the lines whose cost is
 * known, net of what was given back.
 */
record CurrencyFigures(
    String currency,
    int purchases,
    BigDecimal purchased,
    BigDecimal returned,
    BigDecimal cost,
    BigDecimal costedRevenue) {

  Money revenue() {
    return money(purchased.subtract(returned));
  }

  boolean isCosted() {
    return cost.signum() != 0 || costedRevenue.signum() != 0;
  }

  Money profit() {
    return money(costedRevenue.subtract(cost));
  }

  /** Rounded to the currency's usual decimals. */
  Money averagePurchase() {
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    return money(purchased.divide(BigDecimal.valueOf(purchases), digits, RoundingMode.HALF_EVEN));
  }

  Money money(BigDecimal amount) {
    return new Money(amount, currency);
  }
}
