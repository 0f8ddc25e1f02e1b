package io.github.langgan.profile.recording;

import io.github.langgan.profile.recording.BatchItem.Outcome;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a batch. */
@Schema(description = "What became of a batch; one item each, in the order of the request")
public record BatchResult(
    @Schema(required = true) int recorded,
    @Schema(required = true) int duplicates,
    @Schema(required = true) int rejected,
    @Schema(required = true) List<BatchItem> items) {

  static BatchResult of(List<BatchItem> items) {
    return new BatchResult(
        count(items, Outcome.RECORDED),
        count(items, Outcome.DUPLICATE),
        count(items, Outcome.REJECTED),
        items);
  }

  private static int count(List<BatchItem> items, Outcome outcome) {
    return (int) items.stream().filter(item -> item.outcome() == outcome).count();
  }
}
