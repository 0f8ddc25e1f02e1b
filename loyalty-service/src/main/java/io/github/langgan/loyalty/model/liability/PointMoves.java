package io.github.langgan.loyalty.model.liability;

import io.github.langgan.loyalty.model.liability.LifeTable.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What happened to points at which age, of some members: sums for a {@link LifeTable}. */
public final class PointMoves {

  private final double[] atRisk;
  private final double[] redeemed;
  private final double[] expired;
  private final double[] withdrawn;

  /**
   * @param ages how many there are, from 0
   */
  public PointMoves(int ages) {
    atRisk = new double[ages];
    redeemed = new double[ages];
    expired = new double[ages];
    withdrawn = new double[ages];
  }

  public enum Kind {
    CAME,
    REDEEMED,
    EXPIRED,
    /** Returned, or gone to another member. */
    WITHDRAWN
  }

  /**
   * @param age of the points when it happened
   * @param ageNow of points that were earned at the same time
   * @param points that came; gone: negative
   */
  public void add(Kind kind, int age, int ageNow, long points) {
    // what comes is at risk in that interval already
    for (int later = kind == Kind.CAME ? age : age + 1; later <= ageNow; later++) {
      atRisk[later] += points;
    }
    // what is left of all is not observed any longer
    withdrawn[ageNow] += points;
    if (kind == Kind.REDEEMED) {
      redeemed[age] -= points;
    } else if (kind == Kind.EXPIRED) {
      expired[age] -= points;
    } else if (kind == Kind.WITHDRAWN) {
      withdrawn[age] -= points;
    }
  }

  boolean reachBeyond(int age) {
    return IntStream.range(age, ages()).anyMatch(i -> atRisk[i] > 0);
  }

  int ages() {
    return atRisk.length;
  }

  void plus(PointMoves other, int sign) {
    for (int age = 0; age < atRisk.length; age++) {
      atRisk[age] += sign * other.atRisk[age];
      redeemed[age] += sign * other.redeemed[age];
      expired[age] += sign * other.expired[age];
      withdrawn[age] += sign * other.withdrawn[age];
    }
  }

  List<Interval> intervals() {
    List<Interval> intervals = new ArrayList<>(atRisk.length);
    for (int age = 0; age < atRisk.length; age++) {
      intervals.add(new Interval(atRisk[age], redeemed[age], expired[age], withdrawn[age]));
    }
    return intervals;
  }
}
