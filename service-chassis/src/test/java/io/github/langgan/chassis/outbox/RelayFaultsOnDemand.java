package io.github.langgan.chassis.outbox;

import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Makes the relay die at a named point, as a kill would. */
@Singleton
public class RelayFaultsOnDemand extends RelayFaults {

  private final AtomicBoolean beforeReading = new AtomicBoolean();
  private final AtomicBoolean oncePublished = new AtomicBoolean();

  private final AtomicReference<CountDownLatch> ice = new AtomicReference<>();
  private volatile boolean frozen;

  public void stopBeforeReading() {
    beforeReading.set(true);
  }

  void dieOncePublished() {
    oncePublished.set(true);
  }

  /** Until the latch opens, as under SIGSTOP. */
  CountDownLatch freezeOnceRead() {
    CountDownLatch latch = new CountDownLatch(1);
    ice.set(latch);
    return latch;
  }

  boolean isFrozen() {
    return frozen;
  }

  public void heal() {
    beforeReading.set(false);
    oncePublished.set(false);
  }

  @Override
  public void reading() {
    if (beforeReading.get()) {
      throw new IllegalStateException("dead before reading, for a test");
    }
  }

  @Override
  public void read() {
    CountDownLatch latch = ice.getAndSet(null);
    if (latch != null) {
      frozen = true;
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      frozen = false;
    }
  }

  @Override
  public void published() {
    if (oncePublished.compareAndSet(true, false)) {
      throw new IllegalStateException("dead after publishing, for a test");
    }
  }
}
