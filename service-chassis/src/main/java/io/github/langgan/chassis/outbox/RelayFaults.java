package io.github.langgan.chassis.outbox;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/** Where a test makes the relay die; does nothing in the packaged service. */
@DefaultBean
@Singleton
public class RelayFaults {

  /** Something may be committed, nothing of it is read. */
  public void reading() {}

  /** Read, not yet sent. */
  public void read() {}

  /** Acknowledged by Kafka, not yet deleted. */
  public void published() {}
}
