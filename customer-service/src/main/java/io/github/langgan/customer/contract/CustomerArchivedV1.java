package io.github.langgan.customer.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * A customer did nothing for as long as a rule says: lists leave it out until it does something.
 */
public record CustomerArchivedV1(
    UUID customerId, String rule, Instant lastActiveAt, Instant archivedAt)
    implements PublishedEvent {

  @Override
  public String type() {
    return "customer.archived";
  }

  @Override
  public UUID key() {
    return customerId;
  }
}
