package io.github.langgan.profile.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Our part of a split is done. */
public record MergeUndoneV1(
    UUID mergeId, Instant undoneAt, Effects effects, List<Conflict> conflicts)
    implements PublishedEvent {

  /**
   * What the merged customer got back.
   *
   * @param conflicts how many there are; the first thousand are listed
   */
  public record Effects(
      long transactions, long interactions, long timelineEntries, long conflicts) {}

  /**
   * What could be either's.
   *
   * @param code shared-reference: came by what both are named by, and stays with the survivor;
   *     return-of-others-purchase: gives back a purchase of the other, and stays where it came for
   * @param subject the transaction
   */
  public record Conflict(String code, UUID subject) {}

  @Override
  public String type() {
    return "merge.undone";
  }

  @Override
  public UUID key() {
    return mergeId;
  }
}
