package io.github.langgan.customer.merging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.customer.merging.ServiceState.State;
import io.github.langgan.customer.representation.CustomerView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Merge", description = "A merge, or what one would do, service by service.")
public record MergeView(
    @Schema(required = true) UUID mergeId,
    @Schema(required = true) boolean dryRun,
    @Schema(required = true) MergeState state,
    @Schema(required = true) UUID survivor,
    @Schema(required = true) UUID merged,
    @Schema(required = true) Instant askedAt,
    @Nullable Instant undoneAt,
    @Schema(description = "Matching is to keep the two apart") boolean neverMatch,
    @Schema(required = true, description = "Where the values of the survivor come from")
        List<SurvivingField> fields,
    @Schema(description = "Of a dry run: the survivor as it would be; while both are there still")
        @Nullable CustomerView survivorWouldBe,
    @Schema(required = true) List<ServiceState> services,
    @Schema(required = true, description = "Of the merge, or of its undoing") UUID operationId) {

  static MergeView of(
      StoredMerge merge, List<StoredAnswer> answers, @Nullable CustomerView survivorWouldBe) {
    List<ServiceState> services =
        answers.stream().map(answer -> ServiceState.of(merge, answer)).toList();
    UUID undo = merge.undoOperationId();
    return new MergeView(
        merge.id(),
        merge.proposal(),
        state(merge, services.stream().noneMatch(one -> one.state() == State.PENDING)),
        merge.survivorId(),
        merge.mergedId(),
        merge.askedAt(),
        merge.undoneAt(),
        merge.neverMatch(),
        List.of(EventJson.read(merge.fields().getBytes(UTF_8), SurvivingField[].class)),
        survivorWouldBe,
        services,
        undo == null ? merge.operationId() : undo);
  }

  private static MergeState state(StoredMerge merge, boolean complete) {
    if (merge.proposal()) {
      if (complete) {
        return MergeState.PREVIEWED;
      }
      return merge.overdue() ? MergeState.INCOMPLETE : MergeState.PREVIEWING;
    }
    if (merge.undoneAt() != null) {
      return complete ? MergeState.UNDONE : MergeState.UNDOING;
    }
    return complete ? MergeState.MERGED : MergeState.MERGING;
  }
}
