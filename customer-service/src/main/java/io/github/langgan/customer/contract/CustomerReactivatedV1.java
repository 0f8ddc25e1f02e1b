package io.github.langgan.customer.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import java.time.Instant;
import java.util.UUID;

/** An archived customer is listed again: it did something, or the rules changed. */
public record CustomerReactivatedV1(UUID customerId, Instant reactivatedAt)
    implements PublishedEvent {

  @Override
  public String type() {
    return "customer.reactivated";
  }

  @Override
  public UUID key() {
    return customerId;
  }
}
