package io.github.langgan.customer.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import java.time.Instant;
import java.util.UUID;

/** Two records were of one customer: from now on the merged one's id means the survivor. */
public record CustomerMergedV1(UUID mergeId, UUID survivor, UUID merged, Instant mergedAt)
    implements PublishedEvent {

  /**
   * Of all merges and splits. With the customers' own keys a reader could hear of a merge before it
   * hears that an earlier one was undone.
   */
  public static final UUID KEY = UUID.fromString("00000000-0000-7000-8000-000000006d67");

  @Override
  public String type() {
    return "customer.merged";
  }

  @Override
  public UUID key() {
    return KEY;
  }

  @Override
  public String subject() {
    return merged.toString();
  }
}
