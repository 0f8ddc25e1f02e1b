package io.github.langgan.chassis.outbox;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A position at or below which no event is left and none will come, so that reading needn't pass
 * the dead rows of all that was published since the last vacuum.
 *
 * <p>Positions may become visible in another order than they were drawn. But a transaction has its
 * id before it draws one, since each append writes before it stores events. So whoever holds a
 * position below one that was read has an id below the next one of any later snapshot; once all
 * those transactions have ended, one more reading finds whatever they left.
 *
 * <p>A database that lost its last moments in a failover draws positions again: after a while all
 * is read once from the beginning.
 */
final class OutboxFloor {

  private static final Duration WHOLE_AGAIN = Duration.ofSeconds(10);

  private final LongSupplier nanoTime;
  private long wholeSince;
  private long floor;
  private long read;
  private long goal;
  private long goalBefore;
  private boolean reached;

  OutboxFloor(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.wholeSince = nanoTime.getAsLong();
  }

  /**
   * Where the reading that follows may begin: above this position.
   *
   * @param oldest the lowest id of a transaction under way
   * @param next above the ids of all transactions, of the same snapshot
   */
  long above(long oldest, long next) {
    if (nanoTime.getAsLong() - wholeSince > WHOLE_AGAIN.toNanos()) {
      wholeSince = nanoTime.getAsLong();
      floor = 0;
      goal = 0;
    }
    if (goal == 0 && read > floor) {
      goal = read;
      goalBefore = next;
    }
    reached = goal != 0 && oldest >= goalBefore;
    return floor;
  }

  /**
   * All that was read is deleted.
   *
   * @param last the highest position read, 0 when nothing was
   * @param all whether nothing was left out for its number
   */
  void deletedTo(long last, boolean all) {
    if (reached && (all || last >= goal)) {
      floor = goal;
      goal = 0;
      reached = false;
    }
    read = Math.max(read, last);
  }
}
