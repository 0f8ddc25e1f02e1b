package io.github.langgan.chassis.inbox;

import io.github.langgan.chassis.event.Position;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.function.BooleanSupplier;

/** Waits until this service's views include what a caller has written elsewhere. */
@Singleton
public class Positions {

  private static final long LONGEST_PAUSE = 100;

  private final PositionWaits waits;

  Positions(PositionWaits waits) {
    this.waits = waits;
  }

  /**
   * Waits until the events of {@code topic} that were applied include each position: itself when it
   * is of that topic, an effect of it (or of a later one of its key) when it is of another. False
   * when the time ran out. Blocks; call it outside any transaction.
   */
  public boolean await(String topic, Collection<Position> positions, Duration longest) {
    return positions.isEmpty() || waits.await(topic, positions, longest);
  }

  /**
   * Asks at once, and then again and again, ever less often: many that wait for nothing cost
   * little. False when the time ran out.
   */
  public static boolean await(BooleanSupplier condition, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    long pause = PositionWaits.STEP.toMillis();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() >= end) {
        return false;
      }
      try {
        Thread.sleep(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
