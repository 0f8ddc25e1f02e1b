package io.github.langgan.loyalty.model.liability;

import io.github.langgan.loyalty.model.liability.LifeTable.Interval;
import java.util.List;

/**
 * How points go that either are redeemed or lapse, whichever comes first: a life table with two
 * decrements (N. L. Bowers et al., Actuarial Mathematics, 2nd ed. 1997, chapter 10), by the ages
 * and exposures of {@link LifeTable}. Points lapse when their member is inactive for long enough,
 * which no date tells beforehand; how many did at which age does.
 */
public final class LapseTable {

  private final LifeTable redeemed;
  private final LifeTable lapsed;

  private LapseTable(LifeTable redeemed, LifeTable lapsed) {
    this.redeemed = redeemed;
    this.lapsed = lapsed;
  }

  /**
   * @param intervals of points that lapse only; what expired of them, lapsed
   */
  public static LapseTable of(List<Interval> intervals) {
    return new LapseTable(
        LifeTable.of(intervals.stream().map(Interval::withoutExpired).toList()),
        LifeTable.of(intervals.stream().map(Interval::ofExpired).toList()));
  }

  /** Of points in the middle of an interval, the share that will lapse some time. */
  public double lapses(int age) {
    int known = Math.max(age, Math.max(redeemed.known(), lapsed.known()));
    double left = 1;
    double lapses = 0;
    for (int i = age; i < known; i++) {
      double part = i == age ? 0.5 : 1;
      lapses += left * part * goes(lapsed, i);
      left *= Math.max(0, 1 - part * (goes(lapsed, i) + goes(redeemed, i)));
    }
    double lapsing = goes(lapsed, known);
    double going = lapsing + goes(redeemed, known);
    return going == 0 ? lapses : lapses + left * lapsing / going;
  }

  private static double goes(LifeTable table, int interval) {
    return 1 - table.stays(interval);
  }
}
