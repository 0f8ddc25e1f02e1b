package io.github.langgan.loyalty.model.voucher;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A code in the one form in which it is looked up: no hyphens or spaces, capitals, and for letters
 * that are mistaken for digits the digits (Crockford's base 32: O is 0, I and L are 1). What we
 * draw ends with a check character: the weighted sum of all characters over GF(32), which finds
 * every wrong character and every two that changed places.
 */
public record VoucherCode(String text) {

  /** Characters that are drawn, of five random bits each. */
  public static final int FEWEST_RANDOM = 10;

  public static final int MOST_RANDOM = 20;
  public static final int LONGEST_PREFIX = 10;

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BITS = 5;
  private static final int DRAWN_AT_ONCE = Long.SIZE / BITS;
  private static final int LONGEST = 31;
  private static final int SHOWN = 4;

  /** Powers of x modulo x^5 + x^2 + 1: all different, so that places can be told apart. */
  private static final int[] WEIGHTS = new int[LONGEST];

  static {
    WEIGHTS[0] = 1;
    for (int i = 1; i < LONGEST; i++) {
      WEIGHTS[i] = times(WEIGHTS[i - 1], 2);
    }
  }

  /**
   * As someone wrote it.
   *
   * @return empty for what can't be a code
   */
  public static Optional<VoucherCode> read(String typed) {
    String text =
        typed
            .toUpperCase(Locale.ROOT)
            .replace("-", "")
            .replace(" ", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    boolean possible =
        !text.isEmpty()
            && text.length() <= LONGEST
            && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'Z');
    return possible ? Optional.of(new VoucherCode(text)) : Optional.empty();
  }

  /**
   * May be taken already.
   *
   * @param prefix of letters of the alphabet, or empty
   * @param length of the random part
   */
  public static VoucherCode draw(String prefix, int length, RandomGenerator random) {
    StringBuilder code = new StringBuilder(prefix);
    long bits = 0;
    for (int i = 0; i < length; i++) {
      bits = i % DRAWN_AT_ONCE == 0 ? random.nextLong() : bits >>> BITS;
      code.append(ALPHABET.charAt((int) (bits & ALPHABET.length() - 1)));
    }
    return new VoucherCode(code.append(ALPHABET.charAt(sum(code + "0"))).toString());
  }

  public static boolean canBeginWith(String prefix) {
    return read(prefix).filter(code -> code.isOfAlphabet()).isPresent();
  }

  /** A code as we draw them, but for a character that is wrong. */
  public boolean isMistyped() {
    return text.length() > FEWEST_RANDOM && isOfAlphabet() && sum(text) != 0;
  }

  /** Enough to recognise it by, too little to use it. */
  public String ending() {
    return text.substring(Math.max(0, text.length() - SHOWN));
  }

  @Override
  public String toString() {
    return "…" + ending();
  }

  private boolean isOfAlphabet() {
    return text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
  }

  private static int sum(String code) {
    int sum = 0;
    for (int i = 0; i < code.length(); i++) {
      sum ^= times(ALPHABET.indexOf(code.charAt(code.length() - 1 - i)), WEIGHTS[i]);
    }
    return sum;
  }

  private static int times(int a, int b) {
    int product = 0;
    for (int i = 0; i < BITS; i++) {
      product ^= (b >> i & 1) * (a << i);
    }
    for (int i = 2 * BITS - 1; i >= BITS; i--) {
      product ^= (product >> i & 1) * (0b100101 << i - BITS);
    }
    return product;
  }
}
