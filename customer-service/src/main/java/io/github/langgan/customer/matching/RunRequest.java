package io.github.langgan.customer.matching;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.customer.model.comparison.Thresholds;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "MatchingRunRequest")
public record RunRequest(
    @Schema(
            description =
                "Whether the weights are learnt anew from the customers; else those in force stay",
            defaultValue = "true")
        @Nullable Boolean learn,
    @Schema(
            description =
                "From which probability on a pair is for review; unless said, as in force",
            minimum = "0",
            maximum = "1")
        @Nullable Double reviewFrom,
    @Schema(
            description =
                "From which probability on two records are taken to be of one person; unless said,"
                    + " as in force",
            minimum = "0",
            maximum = "1")
        @Nullable Double sameFrom) {

  static final RunRequest PLAIN = new RunRequest(null, null, null);

  boolean learns() {
    return learn == null || learn;
  }

  /**
   * Those asked for, over those in force.
   *
   * @throws Problem 422 when they contradict each other
   */
  Thresholds thresholds(Thresholds inForce) {
    try {
      return new Thresholds(
          reviewFrom == null ? inForce.reviewFrom() : reviewFrom,
          sameFrom == null ? inForce.sameFrom() : sameFrom);
    } catch (IllegalArgumentException contradiction) {
      throw Problem.invalid(
          sameFrom == null ? "/reviewFrom" : "/sameFrom", "thresholds", contradiction.getMessage());
    }
  }
}
