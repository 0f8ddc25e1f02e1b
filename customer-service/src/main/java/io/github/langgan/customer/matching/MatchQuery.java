package io.github.langgan.customer.matching;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.customer.model.comparison.Band;
import io.github.langgan.customer.model.comparison.Thresholds;
import jakarta.ws.rs.QueryParam;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which matches are asked for. */
public class MatchQuery {

  private static final Pattern PROBABILITY = Pattern.compile("0(\\.[0-9]{1,17})?|1(\\.0{1,17})?");

  @QueryParam("minProbability")
  @Parameter(
      description = "Those that are at least so sure",
      schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "1"))
  @Nullable String minProbability;

  @QueryParam("band")
  @Parameter(description = "SAME or REVIEW")
  @Nullable Band band;

  double from(Thresholds thresholds) {
    double asked = minProbability == null ? 0 : probability(minProbability);
    return band == Band.SAME ? Math.max(asked, thresholds.sameFrom()) : asked;
  }

  private static double probability(String written) {
    if (!PROBABILITY.matcher(written).matches()) {
      throw Problem.invalidParameter("minProbability", "must be a number from 0 to 1, like 0.9");
    }
    return Double.parseDouble(written);
  }

  /** Not included. */
  double below(Thresholds thresholds) {
    if (band == Band.DIFFERENT) {
      throw Problem.invalidParameter("band", "must be SAME or REVIEW; different ones aren't kept");
    }
    return band == Band.REVIEW ? thresholds.sameFrom() : 2;
  }
}
