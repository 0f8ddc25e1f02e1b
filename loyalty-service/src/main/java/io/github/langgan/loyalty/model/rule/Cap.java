package io.github.langgan.loyalty.model.rule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** The most points that a rule gives a member in a period. */
public record Cap(long points, CapPeriod period) {

  /** A period of the calendar, where the program lives. */
  public enum CapPeriod {
    DAY,
    /** From Monday. */
    WEEK,
    MONTH,
    YEAR,
    EVER;

    /** The first day of the period that a time is in. */
    public LocalDate startFor(Instant at, ZoneId zone) {
      LocalDate day = at.atZone(zone).toLocalDate();
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
        case YEAR -> day.withDayOfYear(1);
        case EVER -> LocalDate.EPOCH;
      };
    }

    /** When the period began that a time is in. */
    public Instant beginningFor(Instant at, ZoneId zone) {
      return startFor(at, zone).atStartOfDay(zone).toInstant();
    }
  }
}
