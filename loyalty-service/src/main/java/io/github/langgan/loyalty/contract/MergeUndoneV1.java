package io.github.langgan.loyalty.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A merge of two customers was undone here. */
public record MergeUndoneV1(
    UUID mergeId, Instant undoneAt, MergeEffectsV1 effects, List<MergeConflictV1> conflicts)
    implements PublishedEvent {

  @Override
  public String type() {
    return "merge.undone";
  }

  @Override
  public UUID key() {
    return mergeId;
  }
}
