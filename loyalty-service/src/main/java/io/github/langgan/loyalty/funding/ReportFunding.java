package io.github.langgan.loyalty.funding;

import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.liability.Step;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads a program's accounts with its partners, by one statement, so of one moment. */
@Singleton
class ReportFunding {

  private static final String FLOWS =
      """
      SELECT a.partner,
             date_trunc(:unit, least(e.at, :now) AT TIME ZONE :zone)::date AS start,
             coalesce(-sum(p.points) FILTER (WHERE p.kind = 'EARNED'), 0)::bigint AS issued,
             coalesce(sum(p.points) FILTER (WHERE p.kind = 'RETURNED'), 0)::bigint AS returned
        FROM account a JOIN posting p ON p.account_id = a.id JOIN entry e ON e.id = p.entry_id
       WHERE a.program_id = :program AND a.kind = 'PARTNER_FUNDING'
       GROUP BY 1, 2 ORDER BY 1, 2
      """;

  private final Jdbi jdbi;
  private final Clock clock;

  ReportFunding(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * Points that a partner pays for.
   *
   * @param start of the period in which they were booked
   * @param issued when purchases earned
   * @param returned when purchases, of this period or an earlier one, came back
   */
  record Flow(String partner, LocalDate start, long issued, long returned) {}

  FundingView report(Program program, Step step, @Nullable LocalDate first) {
    Instant now = clock.instant();
    List<Flow> flows =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(FLOWS)
                    .bind("unit", step.unit())
                    .bind("zone", program.zone().getId())
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .bind("program", program.id().value())
                    .mapTo(Flow.class)
                    .filter(flow -> first == null || !flow.start().isBefore(first))
                    .list());
    return FundingView.of(program, step, flows, now);
  }
}
