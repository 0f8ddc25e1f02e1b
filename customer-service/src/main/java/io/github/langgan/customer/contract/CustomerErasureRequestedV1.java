package io.github.langgan.customer.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A customer is erased: whoever hears it erases what it holds, stores nothing more of the subjects,
 * and answers {@code erasure.receipted}.
 *
 * @param subjects the customer and all records that were merged into it
 */
public record CustomerErasureRequestedV1(
    UUID requestId, UUID customerId, List<UUID> subjects, Instant requestedAt)
    implements PublishedEvent {

  @Override
  public String type() {
    return "customer.erasure-requested";
  }

  @Override
  public UUID key() {
    return customerId;
  }
}
