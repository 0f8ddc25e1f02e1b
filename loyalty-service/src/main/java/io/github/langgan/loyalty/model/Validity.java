package io.github.langgan.loyalty.model;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

/** How long points live, as a calendar period of months or of days. */
public record Validity(Period period) {

  /**
   * The end of the last day, where the program lives, on which points given at a time can be spent.
   */
  public Instant endsFor(Instant givenAt, ZoneId zone) {
    return givenAt
        .atZone(zone)
        .toLocalDate()
        .plus(period)
        .plusDays(1)
        .atStartOfDay(zone)
        .toInstant();
  }
}
