package io.github.langgan.analytics.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts that came for the record that was split off are its own again. */
public record MergeUndoneV1(
    UUID mergeId, Instant undoneAt, MergeEffectsV1 effects, List<Conflict> conflicts)
    implements PublishedEvent {

  /** As in every service's answer; a fact always came for one of the two. */
  public record Conflict(
      String code, String subject, @Nullable String survivor, @Nullable String merged) {}

  @Override
  public String type() {
    return "merge.undone";
  }

  @Override
  public UUID key() {
    return mergeId;
  }
}
