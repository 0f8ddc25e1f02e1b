package io.github.langgan.customer.model.comparison;

/**
 * How like two words are (Winkler, String Comparator Metrics and Enhanced Decision Rules, 1990),
 * the variant of Apache Commons Text, for words of at most 64 characters and without garbage: it is
 * asked millions of times.
 */
final class JaroWinkler {

  private static final double BOOSTED_FROM = 0.7;
  private static final double BOOST = 0.1;
  private static final int LONGEST_PREFIX = 4;

  private JaroWinkler() {}

  /** From 0 to 1; where it is below the least, zero or something below. */
  static double atLeast(double least, Word one, Word other) {
    boolean isLonger = one.text().length() > other.text().length();
    String longer = isLonger ? one.text() : other.text();
    String shorter = isLonger ? other.text() : one.text();
    double most = Math.min(one.mostIn(other), other.mostIn(one));
    double bound = (most / shorter.length() + most / longer.length() + 1) / 3;
    int prefix = prefix(shorter, longer);
    if (boosted(bound, prefix, longer.length()) < least) {
      return 0;
    }
    double jaro = jaro(shorter, longer);
    return jaro < BOOSTED_FROM ? jaro : boosted(jaro, prefix, longer.length());
  }

  private static double boosted(double jaro, int prefix, int longer) {
    return jaro + Math.min(BOOST, 1.0 / longer) * prefix * (1 - jaro);
  }

  private static double jaro(String shorter, String longer) {
    int reach = Math.max(longer.length() / 2 - 1, 0);
    long matchedOfShorter = 0;
    long matchedOfLonger = 0;
    int matches = 0;
    for (int i = 0; i < shorter.length(); i++) {
      char wanted = shorter.charAt(i);
      int to = Math.min(i + reach + 1, longer.length());
      for (int j = Math.max(i - reach, 0); j < to; j++) {
        if ((matchedOfLonger >> j & 1) == 0 && longer.charAt(j) == wanted) {
          matchedOfShorter |= 1L << i;
          matchedOfLonger |= 1L << j;
          matches++;
          break;
        }
      }
    }
    if (matches == 0) {
      return 0;
    }
    int moved = moved(shorter, matchedOfShorter, longer, matchedOfLonger);
    double m = matches;
    return (m / shorter.length() + m / longer.length() + (m - moved / 2.0) / m) / 3;
  }

  /** How many of the characters that match stand in another order. */
  private static int moved(String shorter, long ofShorter, String longer, long ofLonger) {
    int moved = 0;
    long there = ofLonger;
    for (long here = ofShorter; here != 0; here &= here - 1) {
      char one = shorter.charAt(Long.numberOfTrailingZeros(here));
      if (one != longer.charAt(Long.numberOfTrailingZeros(there))) {
        moved++;
      }
      there &= there - 1;
    }
    return moved;
  }

  private static int prefix(String shorter, String longer) {
    int most = Math.min(LONGEST_PREFIX, shorter.length());
    int prefix = 0;
    while (prefix < most && shorter.charAt(prefix) == longer.charAt(prefix)) {
      prefix++;
    }
    return prefix;
  }
}
