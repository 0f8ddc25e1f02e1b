package io.github.langgan.chassis.inbox;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/** Where a test makes the consumer die; does nothing in the packaged service. */
@DefaultBean
@Singleton
public class InboxFaults {

  /** The effect is committed, the offset is not. */
  public void applied(String topic) {}
}
