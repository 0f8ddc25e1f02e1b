package io.github.langgan.customer.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A customer wants to have what we hold of it: whoever hears it answers {@code access.prepared}.
 *
 * @param kind ACCESS for all of it, PORTABILITY for what the customer gave
 * @param subjects the customer and all records that were merged into it
 */
public record CustomerAccessRequestedV1(
    UUID requestId, UUID customerId, List<UUID> subjects, String kind, Instant requestedAt)
    implements PublishedEvent {

  @Override
  public String type() {
    return "customer.access-requested";
  }

  @Override
  public UUID key() {
    return customerId;
  }
}
