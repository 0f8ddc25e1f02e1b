package io.github.langgan.customer.upkeep.updating;

import io.github.langgan.chassis.problem.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "OpenUpdateRequest", description = "What a customer is to be asked, and until when.")
public record OpenUpdateRequestBody(
    @Schema(
            description =
                "For how long the customer may answer (ISO 8601), a minute to 90 days; 14 days when"
                    + " it is missing",
            minLength = 3,
            maxLength = 20,
            pattern = "^P([0-9]+D)?(T([0-9]+H)?([0-9]+M)?)?$",
            examples = "P14D")
        @Nullable String expiresIn) {

  private static final Duration USUAL = Duration.ofDays(14);
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(90);

  Duration duration() {
    if (expiresIn == null) {
      return USUAL;
    }
    try {
      Duration said = Duration.parse(expiresIn);
      if (said.compareTo(SHORTEST) >= 0 && said.compareTo(LONGEST) <= 0) {
        return said;
      }
    } catch (DateTimeException unreadable) {
      // refused below
    }
    throw Problem.invalid(
        "/expiresIn", "duration", "must be a minute to 90 days, like P14D or PT12H");
  }
}
