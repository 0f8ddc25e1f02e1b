package io.github.langgan.loyalty.model.liability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Periods of the calendar that a report goes by. */
public enum Step {
  MONTH(1),
  QUARTER(3),
  YEAR(12);

  private final int months;

  Step(int months) {
    this.months = months;
  }

  /** The first day of the period that a time is in. */
  public LocalDate startFor(Instant at, ZoneId zone) {
    LocalDate month = at.atZone(zone).toLocalDate().withDayOfMonth(1);
    return month.minusMonths((month.getMonthValue() - 1) % months);
  }

  public LocalDate after(LocalDate start) {
    return start.plusMonths(months);
  }

  /** The first days of all periods from one to another, both included. */
  public List<LocalDate> all(LocalDate first, LocalDate last) {
    List<LocalDate> all = new ArrayList<>();
    for (LocalDate start = first; !start.isAfter(last); start = after(start)) {
      all.add(start);
    }
    return all;
  }

  /** So many periods before. */
  public LocalDate before(LocalDate start, int periods) {
    return start.minus((long) months * periods, ChronoUnit.MONTHS);
  }

  /** For {@code date_trunc}. */
  public String unit() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
