package io.github.langgan.chassis.time;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets a worker rest until somebody has something new for it, or until it is time to look. */
public final class WakeUp {

  private final Semaphore signal = new Semaphore(0);

  /** Counts also when the worker doesn't rest: its next rest is none then. */
  public void wake() {
    if (signal.availablePermits() == 0) {
      signal.release();
    }
  }

  public void rest(Duration longest) throws InterruptedException {
    if (signal.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
      signal.drainPermits();
    }
  }
}
