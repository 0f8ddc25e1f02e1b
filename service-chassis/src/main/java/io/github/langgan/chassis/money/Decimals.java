package io.github.langgan.chassis.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Decimal numbers as strings: plain digits, no exponent, bounded length. */
public final class Decimals {

  /** Unit prices below a cent exist; more decimals than this are a mistake. */
  public static final int MAX_SCALE = 4;

  private static final int MAX_WHOLE_DIGITS = 14;

  private Decimals() {}

  /** Whether {@link #parse} takes it. By hand, since every price of every line comes here. */
  public static boolean isDecimal(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int point = text.indexOf('.');
    int whole = (point < 0 ? text.length() : point) - start;
    int decimals = text.length() - start - whole - 1;
    return whole >= 1
        && whole <= MAX_WHOLE_DIGITS
        && (point < 0 || decimals >= 1 && decimals <= MAX_SCALE)
        && areDigits(text, start, start + whole)
        && areDigits(text, start + whole + 1, text.length());
  }

  private static boolean areDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
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
    if (amount.scale() == usual) {
      return amount.toPlainString();
    }
    BigDecimal plain = amount.stripTrailingZeros();
    return plain.setScale(Math.max(usual, plain.scale()), RoundingMode.UNNECESSARY).toPlainString();
  }
}
