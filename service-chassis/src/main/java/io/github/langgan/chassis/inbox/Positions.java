package io.github.langgan.chassis.inbox;

import io.github.langgan.chassis.event.Position;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.function.BooleanSupplier;

/** Waits until this service's views include what a caller has written elsewhere. */
@Singleton
public class Positions {

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

  /** Asks again and again, at once first; false when the time ran out. */
  public static boolean await(BooleanSupplier condition, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() >= end) {
        return false;
      }
      try {
        Thread.sleep(PositionWaits.STEP);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
