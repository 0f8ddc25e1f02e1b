package io.github.langgan.loyalty.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When points expire: with the end of a day where the program lives.
 *
 * @param period ROLLING, INACTIVITY: how long; FIXED: how long at least; else null
 * @param on FIXED: the day of the year; else null
 * @param calendar END_OF_PERIOD: what ends; else null
 * @param periods END_OF_PERIOD: how many more of these after the one in which they are given
 */
public record Expiry(
    Kind kind,
    @Nullable Period period,
    @Nullable MonthDay on,
    @Nullable Calendar calendar,
    int periods) {

  public enum Kind {
    /** So long after they were given. */
    ROLLING,
    /** On a day of the year. */
    FIXED,
    /** When a month, quarter or year of the calendar ends. */
    END_OF_PERIOD,
    /** So long after the member last earned or spent points. */
    INACTIVITY
  }

  public enum Calendar {
    MONTH(1),
    QUARTER(3),
    YEAR(12);

    private final int months;

    Calendar(int months) {
      this.months = months;
    }

    LocalDate lastDay(LocalDate day, int later) {
      int first = (day.getMonthValue() - 1) / months * months + 1;
      return LocalDate.of(day.getYear(), first, 1)
          .plusMonths((long) months * (later + 1))
          .minusDays(1);
    }
  }

  public static Expiry rolling(Period period) {
    return new Expiry(Kind.ROLLING, period, null, null, 0);
  }

  /**
   * @param atLeast points live at least so long: the first such day after it
   */
  public static Expiry fixed(MonthDay on, Period atLeast) {
    return new Expiry(Kind.FIXED, atLeast, on, null, 0);
  }

  public static Expiry endOf(Calendar calendar, int later) {
    return new Expiry(Kind.END_OF_PERIOD, null, null, calendar, later);
  }

  public static Expiry onInactivity(Period period) {
    return new Expiry(Kind.INACTIVITY, period, null, null, 0);
  }

  /** How long points stay while the member does nothing; null: what it does changes nothing. */
  @Nullable Period lapsesAfter() {
    return kind == Kind.INACTIVITY ? period : null;
  }

  /** The end of the last day on which points given at a time can be spent, as things are then. */
  public Instant endsFor(Instant givenAt, ZoneId zone) {
    LocalDate given = givenAt.atZone(zone).toLocalDate();
    LocalDate last =
        switch (kind) {
          case ROLLING, INACTIVITY -> given.plus(requireNonNull(period));
          case FIXED -> firstFrom(given.plus(requireNonNull(period)), requireNonNull(on));
          case END_OF_PERIOD -> requireNonNull(calendar).lastDay(given, periods);
        };
    return last.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** 29 February is the 28th where there is none. */
  private static LocalDate firstFrom(LocalDate day, MonthDay on) {
    LocalDate thisYear = on.atYear(day.getYear());
    return thisYear.isBefore(day) ? on.atYear(day.getYear() + 1) : thisYear;
  }
}
