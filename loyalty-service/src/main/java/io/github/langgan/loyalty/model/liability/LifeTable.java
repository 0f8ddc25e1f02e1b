package io.github.langgan.loyalty.model.liability;

import java.util.List;

/**
 * How points that are left at an age go on to be redeemed, by the actuarial method: who leaves
 * within an interval unredeemed counts for half of it (S. J. Cutler and F. Ederer, Maximum
 * utilization of the life table method in analyzing survival, J. Chronic Diseases 8, 1958). Ages
 * are whole intervals from 0.
 */
public final class LifeTable {

  /** So many of the last intervals speak for those that nothing is known of. */
  private static final int TAIL = 3;

  private final double[] redeemed;
  private final double tail;

  private LifeTable(double[] redeemed, double tail) {
    this.redeemed = redeemed;
    this.tail = tail;
  }

  /**
   * Points in an interval.
   *
   * @param atRisk left at its beginning
   * @param redeemed in it
   * @param expired in it
   * @param withdrawn gone otherwise in it, or only observed until some time in it
   */
  public record Interval(double atRisk, double redeemed, double expired, double withdrawn) {

    /** Where what expires is withdrawn like what goes otherwise. */
    Interval(double atRisk, double redeemed, double withdrawn) {
      this(atRisk, redeemed, 0, withdrawn);
    }

    double exposed() {
      return atRisk - withdrawn / 2;
    }

    Interval expiredAsWithdrawn() {
      return new Interval(atRisk, redeemed, 0, withdrawn + expired);
    }

    Interval withoutExpired() {
      return new Interval(atRisk, redeemed, 0, withdrawn);
    }

    /** What expired in the place of what was redeemed. */
    Interval ofExpired() {
      return new Interval(atRisk, expired, 0, withdrawn);
    }
  }

  public static LifeTable of(List<Interval> intervals) {
    int known = intervals.size();
    while (known > 0 && intervals.get(known - 1).exposed() <= 0) {
      known--;
    }
    double[] redeemed = new double[known];
    for (int i = 0; i < known; i++) {
      redeemed[i] = rate(intervals.get(i).redeemed(), intervals.get(i).exposed());
    }
    List<Interval> last = intervals.subList(Math.max(0, known - TAIL), known);
    return new LifeTable(
        redeemed,
        rate(
            last.stream().mapToDouble(Interval::redeemed).sum(),
            last.stream().mapToDouble(Interval::exposed).sum()));
  }

  /** So many intervals are known; later ones go on as the last of these. */
  int known() {
    return redeemed.length;
  }

  /** The share of points left at the interval's beginning that are not redeemed in it. */
  public double stays(int interval) {
    return 1 - (interval < redeemed.length ? redeemed[interval] : tail);
  }

  /** The share of points that are not redeemed before the interval. */
  public double staysUntil(int interval) {
    double share = 1;
    for (int i = 0; i < interval; i++) {
      share *= stays(i);
    }
    return share;
  }

  /** Of points in the middle of an interval, what is not redeemed until the middle of another. */
  double staysBetween(int from, int to) {
    if (from >= to) {
      // two times in one interval are a third of it apart in the mean
      return Math.pow(stays(from), 1 / 3.0);
    }
    double share = Math.sqrt(stays(from)) * Math.sqrt(stays(to));
    for (int i = from + 1; i < to; i++) {
      share *= stays(i);
    }
    return share;
  }

  private static double rate(double redeemed, double exposed) {
    return exposed <= 0 ? 0 : Math.clamp(redeemed / exposed, 0, 1);
  }
}
