package io.github.langgan.chassis.inbox;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;

/** Makes the consumer die between its effect and its offset commit, as a kill would. */
@Singleton
public class InboxFaultsOnDemand extends InboxFaults {

  private final AtomicBoolean onceApplied = new AtomicBoolean();

  void dieOnceApplied() {
    onceApplied.set(true);
  }

  boolean died() {
    return !onceApplied.get();
  }

  @Override
  public void applied(String topic) {
    if (onceApplied.compareAndSet(true, false)) {
      throw new IllegalStateException("dead before the offset commit, for a test");
    }
  }
}
