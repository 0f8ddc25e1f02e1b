package io.github.langgan.loyalty.representation;

import io.github.langgan.loyalty.model.liability.Step;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which periods a report is asked to show. */
public class PeriodQuery {

  @QueryParam("by")
  @Parameter(description = "The length of a period; absent: MONTH")
  @Nullable Step by;

  @QueryParam("from")
  @Parameter(description = "Shows the periods that begin on this day or later; absent: all")
  @Nullable LocalDate from;

  public Step step() {
    return by == null ? Step.MONTH : by;
  }

  public @Nullable LocalDate firstDay() {
    return from;
  }
}
