package io.github.langgan.stack.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Asks again and again. */
public final class Waiting {

  private static final Duration POLL = Duration.ofMillis(50);

  private Waiting() {}

  public static void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      pause(POLL);
    }
  }

  /** Returns whether the condition came true in time. */
  public static boolean until(BooleanSupplier condition, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      pause(POLL);
    }
    return true;
  }

  static void pause(Duration duration) {
    LockSupport.parkNanos(duration.toNanos());
  }
}
