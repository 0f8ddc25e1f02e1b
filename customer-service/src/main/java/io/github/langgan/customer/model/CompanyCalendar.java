package io.github.langgan.customer.model;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The days of the company, which begin where it is. */
@Singleton
public class CompanyCalendar {

  private final Clock clock;
  private final ZoneId zone;

  CompanyCalendar(Clock clock, @ConfigProperty(name = "langgan.customer.time-zone") ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  public LocalDate today() {
    return dayOf(clock.instant());
  }

  public LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, zone);
  }

  /** When that day begins. */
  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
