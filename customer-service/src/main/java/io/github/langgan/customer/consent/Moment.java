package io.github.langgan.customer.consent;

import io.github.langgan.chassis.json.StrictTimes;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.customer.model.CompanyCalendar;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which time a question is about, and what we knew then. */
public class Moment {

  @QueryParam("on")
  @Parameter(
      description = "On a day, whose last word counts; now if neither on nor at is there",
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  @Nullable String on;

  @QueryParam("at")
  @Parameter(
      description = "At a time, instead of a day",
      schema = @Schema(type = SchemaType.STRING, format = "date-time", maxLength = 40))
  @Nullable String at;

  @QueryParam("knownAt")
  @Parameter(
      description = "As we knew it at that time; as we know it now if absent",
      schema = @Schema(type = SchemaType.STRING, format = "date-time", maxLength = 40))
  @Nullable String knownAt;

  static Moment on(@Nullable LocalDate day) {
    Moment moment = new Moment();
    moment.on = day == null ? null : day.toString();
    return moment;
  }

  Instant time(Instant now, CompanyCalendar calendar) {
    if (on != null && at != null) {
      throw Problem.invalidParameter("at", "can't be asked together with on");
    }
    if (at != null) {
      return instant("at", at);
    }
    return on == null ? now : calendar.startOf(day(on).plusDays(1)).minusNanos(1000);
  }

  @Nullable Instant knownAt() {
    return knownAt == null ? null : instant("knownAt", knownAt);
  }

  private static LocalDate day(String written) {
    try {
      return StrictTimes.date(written);
    } catch (DateTimeException e) {
      throw Problem.invalidParameter("on", "must be a date, like 2026-01-31");
    }
  }

  private static Instant instant(String parameter, String written) {
    try {
      return StrictTimes.instant(written);
    } catch (DateTimeException e) {
      throw Problem.invalidParameter(
          parameter, "must be a time with its offset, like 2026-01-31T08:00:00Z");
    }
  }
}
