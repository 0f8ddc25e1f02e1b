package io.github.langgan.loyalty.liability;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a report is asked to show. */
public class LiabilityQuery {

  @QueryParam("by")
  @Parameter(description = "The length of a period; absent: MONTH")
  @Nullable Step by;

  @QueryParam("from")
  @Parameter(description = "Shows the periods that begin on this day or later; absent: all")
  @Nullable LocalDate from;

  Step step() {
    return by == null ? Step.MONTH : by;
  }

  @Nullable LocalDate firstDay() {
    return from;
  }
}
