package io.github.langgan.customer.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody asks what a merge would do.
 *
 * @param answerBy when the asker is told what came until then
 */
public record CustomerMergeProposedV1(
    UUID proposalId, UUID survivor, UUID merged, Instant proposedAt, Instant answerBy)
    implements PublishedEvent {

  @Override
  public String type() {
    return "customer.merge-proposed";
  }

  @Override
  public UUID key() {
    return proposalId;
  }
}
