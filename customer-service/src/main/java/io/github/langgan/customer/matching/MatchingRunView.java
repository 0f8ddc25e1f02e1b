package io.github.langgan.customer.matching;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "MatchingRun")
public record MatchingRunView(
    @Schema(required = true) UUID runId,
    @Schema(required = true) boolean dryRun,
    @Schema(required = true) boolean learn,
    @Schema(required = true) double reviewFrom,
    @Schema(required = true) double sameFrom,
    @Schema(required = true) Instant requestedAt,
    @Schema(description = "Absent as long as it runs") @Nullable Instant endedAt,
    @Schema(description = "Absent as long as it runs") @Nullable RunResult result) {

  static MatchingRunView of(MatchRuns.Run run, @Nullable RunResult result) {
    return new MatchingRunView(
        run.id(),
        run.dryRun(),
        run.learn(),
        run.reviewFrom(),
        run.sameFrom(),
        run.requestedAt(),
        run.endedAt(),
        result);
  }
}
