package io.github.langgan.customer.directory;

import io.github.langgan.chassis.alias.AnsweredIds;
import io.github.langgan.chassis.json.StrictTimes;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.MergedRecords;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.RecordedVersion;
import io.github.langgan.customer.model.RecordedVersions;
import io.github.langgan.customer.model.Unions;
import io.github.langgan.customer.model.Visibility;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;

/** Customers as they were recorded at a time. */
@Singleton
class FormerCustomers {

  private static final ProblemType NOT_KEPT = ProblemType.of("version-not-kept");
  private static final ProblemType SHARED = ProblemType.of("shared-customer");

  private final RecordedVersions versions;
  private final MergedRecords records;
  private final Unions unions;
  private final AnsweredIds answered;
  private final Clock clock;

  FormerCustomers(
      RecordedVersions versions,
      MergedRecords records,
      Unions unions,
      AnsweredIds answered,
      Clock clock) {
    this.versions = versions;
    this.records = records;
    this.unions = unions;
    this.answered = answered;
    this.clock = clock;
  }

  /**
   * @param asOf as the caller wrote it
   */
  Customer asOf(CustomerId asked, String asOf, Visibility visibility) {
    Instant time = time(asOf);
    CustomerId id = unions.meantBy(asked, time);
    RecordedVersion version = versions.asOf(id, time).orElseThrow(Problem::notFound);
    if (unions.versionsHiddenFrom(visibility, id).contains(version.provenance().version())) {
      throw Problem.of(SHARED);
    }
    Particulars said = version.particulars();
    if (said == null) {
      throw Problem.of(NOT_KEPT, "What this customer was at that time was not kept");
    }
    answered.answer(asked.value(), id.value());
    return records
        .record(id)
        .at(version.provenance().version(), said, version.provenance().recordedAt());
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
