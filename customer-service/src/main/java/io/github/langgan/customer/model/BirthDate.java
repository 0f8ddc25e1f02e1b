package io.github.langgan.customer.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

public record BirthDate(LocalDate value) {

  private static final LocalDate OLDEST = LocalDate.of(1850, 1, 1);

  /** Where the day begins first. */
  private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

  /** In ISO 8601. */
  public static BirthDate read(String written, Instant now) {
    try {
      return of(LocalDate.parse(written), now);
    } catch (DateTimeParseException e) {
      throw new InvalidValue("date", "must be a date that exists, like 1990-04-21");
    }
  }

  /** A date that has begun somewhere on earth, and not of another age. */
  public static BirthDate of(LocalDate value, Instant now) {
    if (value.isBefore(OLDEST) || value.isAfter(now.atOffset(EARLIEST).toLocalDate())) {
      throw new InvalidValue("birth-date", "must be a date from 1850 to today");
    }
    return new BirthDate(value);
  }
}
