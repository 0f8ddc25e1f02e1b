package io.github.langgan.loyalty.model.tier;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** How much counts between any two times. */
final class Tally {

  private final Instant[] times;

  /** Of all before each. */
  private final BigDecimal[] sums;

  /**
   * @param counted in the order of time
   */
  Tally(TierScheme scheme, List<Counted> counted) {
    times = counted.stream().map(Counted::at).toArray(Instant[]::new);
    sums = new BigDecimal[times.length + 1];
    sums[0] = BigDecimal.ZERO;
    for (int i = 0; i < times.length; i++) {
      sums[i + 1] = sums[i].add(scheme.amount(counted.get(i)));
    }
  }

  /** Both times included. */
  BigDecimal between(Instant from, Instant to) {
    int first = before(from);
    int end = before(to.plusNanos(1));
    return end <= first ? BigDecimal.ZERO : sums[end].subtract(sums[first]);
  }

  private int before(Instant time) {
    int low = 0;
    int high = times.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times[middle].isBefore(time)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
