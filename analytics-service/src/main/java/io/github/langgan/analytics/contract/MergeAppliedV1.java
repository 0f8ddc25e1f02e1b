package io.github.langgan.analytics.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import java.time.Instant;
import java.util.UUID;

/** The merged record's facts are the survivor's. */
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
