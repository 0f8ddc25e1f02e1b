package io.github.langgan.loyalty.proposition.results;

import org.jspecify.annotations.Nullable;

/**
 * By how much those who were offered something differ from those who were not, with the 95 %
 * confidence interval of that.
 *
 * @param from null, as is {@code to}: too few members to say anything
 */
record Difference(
    double offered, double control, double difference, @Nullable Double from, @Nullable Double to) {

  /** Below this many in either group nothing is said. */
  static final int FEWEST = 30;

  private static final double Z = 1.959963984540054;

  enum Conclusion {
    HIGHER,
    LOWER,
    /** The interval holds 0, or there are too few members. */
    NONE
  }

  Conclusion conclusion() {
    if (from == null || to == null || from <= 0 && to >= 0) {
      return Conclusion.NONE;
    }
    return from > 0 ? Conclusion.HIGHER : Conclusion.LOWER;
  }

  /**
   * Of shares, by Wilson's intervals of both: R. G. Newcombe, Interval estimation for the
   * difference between independent proportions, Statistics in Medicine 17 (1998), method 10.
   */
  static Difference ofShares(long hits, long members, long controlHits, long controls) {
    double offered = members == 0 ? 0 : (double) hits / members;
    double control = controls == 0 ? 0 : (double) controlHits / controls;
    double difference = offered - control;
    if (members < FEWEST || controls < FEWEST) {
      return new Difference(offered, control, difference, null, null);
    }
    double[] interval = newcombe(hits, members, controlHits, controls);
    return new Difference(offered, control, difference, interval[0], interval[1]);
  }

  static double[] newcombe(long hits, long members, long controlHits, long controls) {
    double p = (double) hits / members;
    double q = (double) controlHits / controls;
    double[] first = wilson(p, members);
    double[] second = wilson(q, controls);
    return new double[] {
      p - q - Math.hypot(p - first[0], second[1] - q),
      p - q + Math.hypot(first[1] - p, q - second[0])
    };
  }

  private static double[] wilson(double share, long n) {
    double centre = share + Z * Z / (2 * n);
    double half = Z * Math.sqrt((share * (1 - share) + Z * Z / (4 * n)) / n);
    double scale = 1 + Z * Z / n;
    return new double[] {(centre - half) / scale, (centre + half) / scale};
  }

  /**
   * Of means, with a variance for each group: B. L. Welch, Biometrika 34 (1947), by the normal
   * distribution, since both groups are large.
   */
  static Difference ofMeans(Sums offered, Sums control) {
    double difference = offered.mean() - control.mean();
    if (offered.members() < FEWEST || control.members() < FEWEST) {
      return new Difference(offered.mean(), control.mean(), difference, null, null);
    }
    double half =
        Z
            * Math.sqrt(
                offered.variance() / offered.members() + control.variance() / control.members());
    return new Difference(
        offered.mean(), control.mean(), difference, difference - half, difference + half);
  }

  /**
   * @param squares of the single amounts, summed
   */
  record Sums(long members, double amount, double squares) {

    double mean() {
      return members == 0 ? 0 : amount / members;
    }

    /** Of the members' amounts, unbiased. */
    double variance() {
      return Math.max(0, (squares - amount * amount / members) / (members - 1));
    }
  }
}
