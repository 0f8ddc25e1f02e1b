package io.github.langgan.customer.merging;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "MergeService", description = "How far a service is, and what the merge does there.")
public record ServiceState(
    @Schema(required = true, examples = "loyalty") String service,
    @Schema(required = true) State state,
    @Schema(required = true, description = "When it got into this state, or was asked")
        Instant since,
    @Schema(description = "Ids and counts, in the service's own words", type = SchemaType.OBJECT)
        @JsonRawValue
        @Nullable String effects,
    @Schema(
            description =
                "What could not be assigned to one of the two when they were split: it stays with"
                    + " the survivor, and somebody has to look",
            type = SchemaType.ARRAY,
            implementation = Object.class)
        @JsonRawValue
        @Nullable String conflicts) {

  /** What the service did last. */
  @Schema(name = "MergeServiceState", description = "PENDING: it has not answered yet.")
  public enum State {
    PENDING,
    PREVIEWED,
    APPLIED,
    UNDONE
  }

  static ServiceState of(StoredMerge merge, StoredAnswer answer) {
    Instant undone = answer.undoneAt();
    if (undone != null) {
      return new ServiceState(
          answer.service(), State.UNDONE, undone, answer.undoEffects(), answer.conflicts());
    }
    Instant undoAsked = merge.undoneAt();
    if (undoAsked != null) {
      return new ServiceState(answer.service(), State.PENDING, undoAsked, null, null);
    }
    Instant answered = answer.answeredAt();
    if (answered == null) {
      return new ServiceState(answer.service(), State.PENDING, merge.askedAt(), null, null);
    }
    State state = merge.proposal() ? State.PREVIEWED : State.APPLIED;
    return new ServiceState(answer.service(), state, answered, answer.effects(), null);
  }
}
