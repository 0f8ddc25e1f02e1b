package io.github.langgan.customer.directory;

import io.github.langgan.chassis.json.StrictTimes;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.RecordedVersion;
import io.github.langgan.customer.model.RecordedVersions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;

/** Customers as they were recorded at a time. */
@Singleton
class FormerCustomers {

  private static final ProblemType NOT_KEPT = ProblemType.of("version-not-kept");

  private final RecordedVersions versions;
  private final Clock clock;

  FormerCustomers(RecordedVersions versions, Clock clock) {
    this.versions = versions;
    this.clock = clock;
  }

  /**
   * @param asOf as the caller wrote it
   */
  Customer asOf(Customer current, String asOf) {
    RecordedVersion version =
        versions.asOf(current.id(), time(asOf)).orElseThrow(Problem::notFound);
    Particulars said = version.particulars();
    if (said == null) {
      throw Problem.of(NOT_KEPT, "What this customer was at that time was not kept");
    }
    return current.at(version.provenance().version(), said, version.provenance().recordedAt());
  }

  private Instant time(String asOf) {
    Instant time;
    try {
      time = StrictTimes.instant(asOf);
    } catch (DateTimeException e) {
      throw Problem.invalidParameter(
          "asOf", "must be a time with its offset, like 2026-01-31T08:00:00Z");
    }
    if (time.isAfter(clock.instant())) {
      throw Problem.invalidParameter("asOf", "must not be in the future");
    }
    return time;
  }
}
