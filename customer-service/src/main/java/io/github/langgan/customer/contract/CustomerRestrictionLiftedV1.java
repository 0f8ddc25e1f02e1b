package io.github.langgan.customer.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import java.time.Instant;
import java.util.UUID;

/** A customer's data is no longer restricted. */
public record CustomerRestrictionLiftedV1(UUID requestId, UUID customerId, Instant liftedAt)
    implements PublishedEvent {

  @Override
  public String type() {
    return "customer.restriction-lifted";
  }

  @Override
  public UUID key() {
    return customerId;
  }
}
