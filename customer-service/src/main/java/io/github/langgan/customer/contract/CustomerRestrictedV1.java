package io.github.langgan.customer.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import java.time.Instant;
import java.util.UUID;

/** What is held of a customer is only kept from now on: nobody is contacted, nothing worked out. */
public record CustomerRestrictedV1(UUID requestId, UUID customerId, Instant restrictedAt)
    implements PublishedEvent {

  @Override
  public String type() {
    return "customer.restricted";
  }

  @Override
  public UUID key() {
    return customerId;
  }
}
