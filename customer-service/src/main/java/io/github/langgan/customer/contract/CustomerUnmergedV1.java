package io.github.langgan.customer.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import java.time.Instant;
import java.util.UUID;

/** A merge was undone: both are customers of their own again. */
public record CustomerUnmergedV1(UUID mergeId, UUID survivor, UUID merged, Instant unmergedAt)
    implements PublishedEvent {

  @Override
  public String type() {
    return "customer.unmerged";
  }

  @Override
  public UUID key() {
    return CustomerMergedV1.KEY;
  }

  @Override
  public String subject() {
    return merged.toString();
  }
}
