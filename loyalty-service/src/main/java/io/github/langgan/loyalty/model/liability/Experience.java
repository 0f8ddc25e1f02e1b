package io.github.langgan.loyalty.model.liability;

import io.github.langgan.loyalty.model.liability.LifeTable.Interval;
import java.util.List;

/**
 * What happened to the points of some members.
 *
 * @param all of their points
 * @param lapsing of those that lapse
 */
public record Experience(PointMoves all, PointMoves lapsing) {

  /**
   * @param ages how many there are, from 0
   */
  public static Experience none(int ages) {
    return new Experience(new PointMoves(ages), new PointMoves(ages));
  }

  public static Experience sum(List<Experience> groups) {
    Experience sum = none(groups.getFirst().all.ages());
    groups.forEach(group -> sum.plus(group, 1));
    return sum;
  }

  /** Whether points of that age were there. */
  public boolean reachesBeyond(int age) {
    return all.reachBeyond(age);
  }

  /** Whether points that lapse were there at an age at which they can have lapsed. */
  public boolean reachesLapses(int lapseAge) {
    return lapsing.reachBeyond(lapseAge);
  }

  public Outlook outlook() {
    return new Outlook(
        LifeTable.of(all.intervals().stream().map(Interval::expiredAsWithdrawn).toList()),
        LapseTable.of(lapsing.intervals()));
  }

  void plus(Experience other, int sign) {
    all.plus(other.all, sign);
    lapsing.plus(other.lapsing, sign);
  }
}
