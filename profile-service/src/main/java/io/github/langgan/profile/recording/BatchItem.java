package io.github.langgan.profile.recording;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemBody;
import io.github.langgan.profile.recording.Recording.Conflict;
import io.github.langgan.profile.recording.Recording.Duplicate;
import io.github.langgan.profile.recording.Recording.Recorded;
import io.github.langgan.profile.recording.Recording.ReturnRefused;
import io.github.langgan.profile.recording.Recording.TooLarge;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one transaction of a batch. */
@Schema(name = "RecordedItem")
public record BatchItem(
    @Schema(required = true, description = "Its place in the request, from 0") int index,
    @Schema(description = "Absent when it could not be read") @Nullable String externalId,
    @Schema(required = true) Outcome outcome,
    @Schema(description = "Absent when it was rejected") @Nullable UUID transactionId,
    @Schema(
            description = "Send it as Langgan-Position with a read that must include this write",
            examples = "crm.profile/018f0c5e-3c1b-7c3a-9a52-6f1f0f6e2b11/3")
        @Nullable String position,
    @Schema(description = "Why it was rejected") @Nullable ProblemBody problem) {

  /** In one word. */
  public enum Outcome {
    RECORDED,
    DUPLICATE,
    REJECTED
  }

  static BatchItem rejected(
      int index, @Nullable String externalId, Problem problem, Locale language) {
    ProblemBody body = ProblemBody.ofItem(problem, language);
    return new BatchItem(index, externalId, Outcome.REJECTED, null, null, body);
  }

  static BatchItem of(int index, String externalId, Recording recording, Locale language) {
    return switch (recording) {
      case Recorded(var transaction, var position) ->
          new BatchItem(
              index,
              externalId,
              Outcome.RECORDED,
              transaction.transactionId(),
              position.toString(),
              null);
      case Duplicate(UUID transactionId) ->
          new BatchItem(index, externalId, Outcome.DUPLICATE, transactionId, null, null);
      case Conflict(String number) ->
          rejected(index, externalId, RecordingProblems.conflict(number), language);
      case ReturnRefused(var reason) ->
          rejected(index, externalId, RecordingProblems.refused(reason), language);
      case TooLarge() -> rejected(index, externalId, RecordingProblems.tooLarge(), language);
    };
  }
}
