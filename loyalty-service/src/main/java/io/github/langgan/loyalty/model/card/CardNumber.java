package io.github.langgan.loyalty.model.card;

/** Sixteen digits: a range's prefix, a number of its own, a check digit (Luhn, ISO/IEC 7812-1). */
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

  /** How many numbers begin with a prefix. */
  static long capacity(String prefix) {
    long capacity = 1;
    for (int digit = prefix.length(); digit < LENGTH - 1; digit++) {
      capacity *= 10;
    }
    return capacity;
  }

  /**
   * @param place of the number among those with this prefix, from 0
   */
  static CardNumber at(String prefix, long place) {
    int own = LENGTH - 1 - prefix.length();
    String digits = prefix + ("%0" + own + "d").formatted(place);
    int check = (10 - luhnSum(digits + "0") % 10) % 10;
    return new CardNumber(digits + check);
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
