package io.github.langgan.loyalty.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import java.time.Instant;
import java.util.UUID;

/** A merge of two customers has had its effect here. */
public record MergeAppliedV1(UUID mergeId, Instant appliedAt, MergeEffectsV1 effects)
    implements PublishedEvent {

  @Override
  public String type() {
    return "merge.applied";
  }

  @Override
  public UUID key() {
    return mergeId;
  }
}
