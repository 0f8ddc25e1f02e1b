package io.github.langgan.chassis.outbox;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;

/** Makes the relay die at a named point, as a kill would. */
@Singleton
public class RelayFaultsOnDemand extends RelayFaults {

  private final AtomicBoolean beforeReading = new AtomicBoolean();
  private final AtomicBoolean oncePublished = new AtomicBoolean();

  void stopBeforeReading() {
    beforeReading.set(true);
  }

  void dieOncePublished() {
    oncePublished.set(true);
  }

  void heal() {
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
  public void published() {
    if (oncePublished.compareAndSet(true, false)) {
      throw new IllegalStateException("dead after publishing, for a test");
    }
  }
}
