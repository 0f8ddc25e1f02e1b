package io.github.langgan.customer.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import java.time.Instant;
import java.util.UUID;

/** A customer has died, as was reported now: nobody contacts it from then on. */
public record CustomerDeceasedV1(UUID customerId, Instant since, Instant reportedAt)
    implements PublishedEvent {

  @Override
  public String type() {
    return "customer.deceased";
  }

  @Override
  public UUID key() {
    return customerId;
  }
}
