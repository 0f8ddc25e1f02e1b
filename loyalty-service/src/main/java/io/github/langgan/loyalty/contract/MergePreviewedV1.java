package io.github.langgan.loyalty.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import java.time.Instant;
import java.util.UUID;

/** What a merge of two customers would do here. */
public record MergePreviewedV1(UUID proposalId, Instant previewedAt, MergeEffectsV1 effects)
    implements PublishedEvent {

  @Override
  public String type() {
    return "merge.previewed";
  }

  @Override
  public UUID key() {
    return proposalId;
  }
}
