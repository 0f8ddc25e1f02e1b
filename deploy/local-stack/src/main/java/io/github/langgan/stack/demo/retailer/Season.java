package io.github.langgan.stack.demo.retailer;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;

/**
 * How much more is bought on a day than on an ordinary one. Ramadan by the Umm al-Qura calendar,
 * which may be a day off Indonesia's.
 */
final class Season {

  private static final int RAMADAN = 9;
  private static final int SHAWWAL = 10;

  private Season() {}

  static double demandOn(LocalDate day) {
    return feast(day) * payday(day) * weekend(day) * yearEnd(day);
  }

  static boolean isRamadan(LocalDate day) {
    return hijriMonth(day) == RAMADAN;
  }

  static boolean isYearEnd(LocalDate day) {
    return day.getMonth() == Month.DECEMBER && day.getDayOfMonth() >= 15;
  }

  /** Shops fill in the last ten days of Ramadan and are closed at Lebaran. */
  private static double feast(LocalDate day) {
    int dayOfMonth = HijrahDate.from(day).get(ChronoField.DAY_OF_MONTH);
    return switch (hijriMonth(day)) {
      case RAMADAN -> dayOfMonth > 19 ? 2.2 : 1.4;
      case SHAWWAL -> dayOfMonth <= 2 ? 0.1 : 1;
      default -> 1;
    };
  }

  private static double payday(LocalDate day) {
    return day.getDayOfMonth() >= 25 || day.getDayOfMonth() <= 2 ? 1.4 : 1;
  }

  private static double weekend(LocalDate day) {
    DayOfWeek dayOfWeek = day.getDayOfWeek();
    return dayOfWeek == DayOfWeek.SATURDAY || dayOfWeek == DayOfWeek.SUNDAY ? 1.3 : 1;
  }

  private static double yearEnd(LocalDate day) {
    return isYearEnd(day) ? 1.5 : 1;
  }

  private static int hijriMonth(LocalDate day) {
    return HijrahDate.from(day).get(ChronoField.MONTH_OF_YEAR);
  }
}
