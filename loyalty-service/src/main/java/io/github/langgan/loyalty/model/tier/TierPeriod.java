package io.github.langgan.loyalty.model.tier;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * In which what a member bought counts together. Days begin where the program lives.
 *
 * @param days ROLLING: the day itself and those before it; else null
 */
public record TierPeriod(Kind kind, @Nullable Integer days) {

  public enum Kind {
    CALENDAR_YEAR,
    /** From one anniversary of the enrolment to the next. */
    MEMBERSHIP_YEAR,
    /** So many days until any moment. */
    ROLLING
  }

  public Instant start(Instant at, ZoneId zone, Instant openedAt) {
    return firstDay(at, zone, openedAt).atStartOfDay(zone).toInstant();
  }

  /**
   * Of a year; of ROLLING, which never ends, the day's end.
   *
   * @param later how many periods after the one at that time
   */
  public Instant end(Instant at, int later, ZoneId zone, Instant openedAt) {
    LocalDate first = firstDay(at, zone, openedAt);
    LocalDate end =
        switch (kind) {
          case CALENDAR_YEAR -> first.plusYears(1L + later);
          case MEMBERSHIP_YEAR -> {
            LocalDate opened = openedAt.atZone(zone).toLocalDate();
            yield opened.plusYears(first.getYear() - opened.getYear() + 1L + later);
          }
          case ROLLING -> at.atZone(zone).toLocalDate().plusDays(1L + later);
        };
    return end.atStartOfDay(zone).toInstant();
  }

  private LocalDate firstDay(Instant at, ZoneId zone, Instant openedAt) {
    LocalDate day = at.atZone(zone).toLocalDate();
    return switch (kind) {
      case CALENDAR_YEAR -> day.withDayOfYear(1);
      case MEMBERSHIP_YEAR -> {
        LocalDate opened = openedAt.atZone(zone).toLocalDate();
        long years = day.getYear() - opened.getYear();
        // counted from the first day, as 29 February comes back after four years
        LocalDate anniversary = opened.plusYears(years);
        yield anniversary.isAfter(day) ? opened.plusYears(years - 1) : anniversary;
      }
      case ROLLING -> day.minus(requireNonNull(days) - 1L, ChronoUnit.DAYS);
    };
  }
}
