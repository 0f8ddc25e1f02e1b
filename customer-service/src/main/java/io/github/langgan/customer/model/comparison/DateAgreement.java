package io.github.langgan.customer.model.comparison;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Compares birth dates: the same, written or typed wrong, or others. */
final class DateAgreement {

  private DateAgreement() {}

  static Agreement of(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return Agreement.MISSING;
    }
    if (one.equals(other)) {
      return Agreement.SAME;
    }
    int parts = partsInCommon(one, other);
    if (parts == 2 && ValueAgreement.isMistyped(one.toString(), other.toString())
        || isTurnedRound(one, other)) {
      return Agreement.CLOSE;
    }
    return parts == 2 ? Agreement.PARTLY : Agreement.DIFFERENT;
  }

  /** Day for month, as other countries write it. */
  private static boolean isTurnedRound(LocalDate one, LocalDate other) {
    return one.getYear() == other.getYear()
        && one.getMonthValue() == other.getDayOfMonth()
        && one.getDayOfMonth() == other.getMonthValue();
  }

  private static int partsInCommon(LocalDate one, LocalDate other) {
    return (one.getYear() == other.getYear() ? 1 : 0)
        + (one.getMonthValue() == other.getMonthValue() ? 1 : 0)
        + (one.getDayOfMonth() == other.getDayOfMonth() ? 1 : 0);
  }
}
