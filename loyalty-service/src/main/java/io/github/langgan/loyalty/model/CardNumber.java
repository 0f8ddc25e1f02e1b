package io.github.langgan.loyalty.model;

import java.util.random.RandomGenerator;

/**
 * Sixteen digits: a program's prefix, a number of its own, a check digit (Luhn, ISO/IEC 7812-1).
 */
public record CardNumber(String digits) {

  public static final int LENGTH = 16;

  public CardNumber {
    if (!isValid(digits)) {
      throw new IllegalArgumentException("not a card number");
    }
  }

  public static boolean isValid(String digits) {
    return digits.length() == LENGTH
        && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        && luhnSum(digits) % 10 == 0;
  }

  /** Drawn at random, so that one card says nothing about the next. May be taken already. */
  static CardNumber draw(String prefix, RandomGenerator random) {
    StringBuilder digits = new StringBuilder(prefix);
    while (digits.length() < LENGTH - 1) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    int check = (10 - luhnSum(digits + "0") % 10) % 10;
    return new CardNumber(digits.append(check).toString());
  }

  private static int luhnSum(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : 2 * digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum;
  }
}
