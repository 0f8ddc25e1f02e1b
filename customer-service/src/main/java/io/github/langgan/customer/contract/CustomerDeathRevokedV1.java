package io.github.langgan.customer.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import java.time.Instant;
import java.util.UUID;

/** A customer was reported dead and is not: what it said of being contacted counts again. */
public record CustomerDeathRevokedV1(UUID customerId, Instant revokedAt) implements PublishedEvent {

  @Override
  public String type() {
    return "customer.death-revoked";
  }

  @Override
  public UUID key() {
    return customerId;
  }
}
