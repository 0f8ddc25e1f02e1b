package io.github.langgan.loyalty.model.liability;

import java.util.List;
import java.util.function.ToDoubleFunction;

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
   * @param endAge at which they expire; {@link #NEVER}: they don't
   */
  public record Outstanding(int age, int endAge, long points) {

    public static final int NEVER = Integer.MAX_VALUE;
  }

  /**
   * Points that are not redeemed until they expire, if members go on as members did before. The
   * interval says how surely that is known from these members (delete-a-group jackknife, P. S.
   * Kott, J. Official Statistics 17, 2001), not what a change of their habits would do.
   *
   * @param groups of members, {@link #GROUPS}
   */
  public static Breakage of(List<PointMoves> groups, List<Outstanding> outstanding) {
    PointMoves all = new PointMoves(groups.getFirst().ages());
    groups.forEach(group -> all.plus(group, 1));
    double expected = expected(LifeTable.of(all.intervals()), outstanding);
    double squares = 0;
    for (PointMoves group : groups) {
      all.plus(group, -1);
      double without = expected(LifeTable.of(all.intervals()), outstanding);
      all.plus(group, 1);
      squares += (without - expected) * (without - expected);
    }
    double error = T * Math.sqrt(squares * (groups.size() - 1) / groups.size());
    double most = sum(outstanding, one -> one.endAge() == Outstanding.NEVER ? 0 : one.points());
    return new Breakage(expected, Math.max(0, expected - error), Math.min(most, expected + error));
  }

  /** Of some of them, by the same table. */
  public static double expected(LifeTable table, List<Outstanding> outstanding) {
    return sum(
        outstanding,
        one ->
            one.endAge() == Outstanding.NEVER
                ? 0
                : one.points() * table.staysBetween(one.age(), one.endAge()));
  }

  private static double sum(List<Outstanding> outstanding, ToDoubleFunction<Outstanding> value) {
    return outstanding.stream().mapToDouble(value).sum();
  }
}
