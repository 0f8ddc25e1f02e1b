package io.github.langgan.loyalty.model.liability;

import java.util.List;

/**
 * How many of the outstanding points are expected to expire.
 *
 * @param low of the 95 % confidence interval
 */
public record Breakage(double expected, double low, double high) {

  /** Into how many groups the members are divided, each of which is left out once. */
  public static final int GROUPS = 20;

  /** Student's t for 19 degrees of freedom and 95 %. */
  private static final double T = 2.093;

  /**
   * Points that are left.
   *
   * @param endAge AT_AGE: when they expire; ON_INACTIVITY: after how many intervals of inactivity
   */
  public record Outstanding(int age, End end, int endAge, long points) {

    public enum End {
      NEVER,
      AT_AGE,
      ON_INACTIVITY
    }

    public static Outstanding never(int age, long points) {
      return new Outstanding(age, End.NEVER, 0, points);
    }

    public static Outstanding until(int endAge, int age, long points) {
      return new Outstanding(age, End.AT_AGE, endAge, points);
    }

    /**
     * @param intervals of inactivity after which they lapse
     */
    public static Outstanding lapsing(int intervals, int age, long points) {
      return new Outstanding(age, End.ON_INACTIVITY, intervals, points);
    }
  }

  /**
   * Points that are not redeemed until they expire, if members go on as members did before. The
   * interval says how surely that is known from these members (delete-a-group jackknife, P. S.
   * Kott, J. Official Statistics 17, 2001), not what a change of their habits would do.
   *
   * @param groups of members, {@link #GROUPS}
   */
  public static Breakage of(List<Experience> groups, List<Outstanding> outstanding) {
    Experience all = Experience.sum(groups);
    double expected = all.outlook().expires(outstanding);
    double squares = 0;
    for (Experience group : groups) {
      all.plus(group, -1);
      double without = all.outlook().expires(outstanding);
      all.plus(group, 1);
      squares += (without - expected) * (without - expected);
    }
    double error = T * Math.sqrt(squares * (groups.size() - 1) / groups.size());
    double most =
        outstanding.stream()
            .filter(one -> one.end() != Outstanding.End.NEVER)
            .mapToDouble(Outstanding::points)
            .sum();
    return new Breakage(expected, Math.max(0, expected - error), Math.min(most, expected + error));
  }
}
