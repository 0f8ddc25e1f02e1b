package io.github.langgan.chassis.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.regex.Pattern;

/** Decimal numbers as strings: plain digits, no exponent, bounded length. */
public final class Decimals {

  /** Unit prices below a cent exist; more decimals than this are a mistake. */
  public static final int MAX_SCALE = 4;

  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,14}(\\.\\d{1,4})?");

  private Decimals() {}

  /** Whether {@link #parse} takes it. */
  public static boolean isDecimal(String text) {
    return text.length() <= 20 && DECIMAL.matcher(text).matches();
  }

  /** Throws {@link NumberFormatException} for anything but a plain, bounded decimal. */
  public static BigDecimal parse(String text) {
    if (!isDecimal(text)) {
      throw new NumberFormatException("not a decimal number with at most 4 decimals");
    }
    return new BigDecimal(text);
  }

  /** With the currency's usual decimals, more only where the amount has more. */
  public static String format(BigDecimal amount, String currency) {
    int usual = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    BigDecimal plain = amount.stripTrailingZeros();
    return plain.setScale(Math.max(usual, plain.scale()), RoundingMode.UNNECESSARY).toPlainString();
  }
}
