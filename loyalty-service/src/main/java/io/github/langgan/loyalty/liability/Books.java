package io.github.langgan.loyalty.liability;

import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.liability.Breakage;
import io.github.langgan.loyalty.model.liability.Experience;
import io.github.langgan.loyalty.model.liability.PointMoves;
import io.github.langgan.loyalty.model.liability.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What the tables of one program say, as of a time; all by one handle, so of one moment. */
final class Books {

  /** Of ages in a life table. */
  static final Duration AGE = Duration.ofDays(30);

  private static final String FLOWS =
      """
      SELECT date_trunc(:unit, least(e.at, :now) AT TIME ZONE :zone)::date AS start, p.kind, -sum(p.points) AS points
        FROM posting p JOIN entry e ON e.id = p.entry_id
       WHERE p.account_id = ANY(ARRAY(SELECT id FROM account
                                      WHERE program_id = :program AND kind <> 'MEMBER'))
       GROUP BY 1, 2
      """;

  private static final String PENDING =
      """
      SELECT ends.day AS start, sum(p.points) AS points
        FROM account a
        JOIN lot l ON l.account_id = a.id AND l.active_at IS NOT NULL
        JOIN posting p ON p.lot_id = l.id
        JOIN entry e ON e.id = p.entry_id
        JOIN unnest(:days::date[], :ends::timestamptz[]) AS ends(day, at)
          ON e.at < ends.at AND l.active_at > ends.at
       WHERE a.program_id = :program AND a.kind = 'MEMBER'
       GROUP BY 1
      """;

  private static final String MOVES =
      """
      SELECT (hashtext(l.account_id::text) & 2147483647) % :groups AS part,
             least(:most, floor(extract(epoch FROM :now - l.earned_at) / :age))::int AS age_now,
             least(:most, floor(extract(epoch FROM least(greatest(e.at, l.earned_at), :now) - l.earned_at) / :age))::int AS age,
             CASE WHEN p.entry_id = l.entry_id THEN 'CAME'
                  WHEN p.kind IN ('RESERVED', 'RESERVATION_RELEASED', 'REDEEMED', 'REDEMPTION_REVERSED')
                    THEN 'REDEEMED'
                  WHEN p.kind = 'EXPIRED' THEN 'EXPIRED'
                  ELSE 'WITHDRAWN' END AS kind,
             l.lapses_after IS NOT NULL AS lapsing,
             sum(p.points) AS points
        FROM account a
        JOIN lot l ON l.account_id = a.id
        JOIN posting p ON p.lot_id = l.id
        JOIN entry e ON e.id = p.entry_id
       WHERE a.program_id = :program AND a.kind = 'MEMBER'
       GROUP BY 1, 2, 3, 4, 5
      """;

  private static final String LEFT =
      """
      SELECT date_trunc(:unit, l.earned_at AT TIME ZONE :zone)::date AS start,
             least(:most, floor(extract(epoch FROM :now - l.earned_at) / :age))::int AS age,
             l.lapses_after IS NOT NULL AS lapsing,
             CASE WHEN l.lapses_after IS NOT NULL
                  THEN floor(extract(epoch FROM l.lapses_after::interval) / :age)::int
                  WHEN l.expires_at < 'infinity'
                  THEN floor(extract(epoch FROM l.expires_at - l.earned_at) / :age)::int END AS end_age,
             sum(l.remaining + l.reserved) AS points
        FROM account a JOIN lot l ON l.account_id = a.id AND l.remaining + l.reserved > 0
       WHERE a.program_id = :program AND a.kind = 'MEMBER'
       GROUP BY 1, 2, 3, 4
      """;

  private static final String ACCOUNTS =
      """
      SELECT (SELECT coalesce(-sum(points), 0) FROM posting
               WHERE account_id = ANY(ARRAY(SELECT id FROM account WHERE program_id = :program
                                               AND kind NOT IN ('MEMBER', 'RESERVATION')))) AS ledger,
             coalesce(sum(a.balance + a.reserved), 0) AS accounts,
             (SELECT coalesce(sum(l.remaining + l.reserved), 0) FROM lot l JOIN account o ON o.id = l.account_id
               WHERE o.program_id = :program) AS lots,
             count(*) FILTER (WHERE a.balance + a.reserved > 0) AS members
        FROM account a WHERE a.program_id = :program AND a.kind = 'MEMBER'
      """;

  private static final int MOST_AGES = 240;

  private final Handle handle;
  private final Program program;
  private final Step step;
  private final Instant now;

  Books(Handle handle, Program program, Step step, Instant now) {
    this.handle = handle;
    this.program = program;
    this.step = step;
    this.now = now;
  }

  record PendingRow(LocalDate start, long points) {}

  record MoveRow(
      int part, int ageNow, int age, PointMoves.Kind kind, boolean lapsing, long points) {

    void addTo(PointMoves moves) {
      moves.add(kind, age, ageNow, points);
    }
  }

  /**
   * Points that are left, by the period in which they were given.
   *
   * @param endAge null: they never expire; lapsing: after so long an inactivity
   */
  record LeftRow(LocalDate start, int age, boolean lapsing, @Nullable Integer endAge, long points) {

    Breakage.Outstanding outstanding() {
      if (endAge == null) {
        return Breakage.Outstanding.never(age, points);
      }
      return lapsing
          ? Breakage.Outstanding.lapsing(endAge, age, points)
          : Breakage.Outstanding.until(endAge, age, points);
    }
  }

  List<Flow> flows() {
    return handle
        .createQuery(FLOWS)
        .bind("unit", step.unit())
        .bind("zone", program.zone().getId())
        .bind("program", program.id().value())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .mapTo(Flow.class)
        .list();
  }

  /** At the end of each period, or now. */
  Map<LocalDate, Long> pending(List<LocalDate> starts) {
    ZoneId zone = program.zone();
    Map<LocalDate, Long> pending = new HashMap<>();
    handle
        .createQuery(PENDING)
        .bind("days", starts.stream().map(LocalDate::toString).toArray(String[]::new))
        .bind(
            "ends",
            starts.stream()
                .map(start -> step.after(start).atStartOfDay(zone).toInstant())
                .map(end -> end.isAfter(now) ? now : end)
                .map(Instant::toString)
                .toArray(String[]::new))
        .bind("program", program.id().value())
        .mapTo(PendingRow.class)
        .forEach(row -> pending.put(row.start(), row.points()));
    return pending;
  }

  /** Of each group of members. */
  List<Experience> experience() {
    List<Experience> groups =
        Stream.generate(() -> Experience.none(MOST_AGES + 1)).limit(Breakage.GROUPS).toList();
    handle
        .createQuery(MOVES)
        .bind("groups", Breakage.GROUPS)
        .bind("most", MOST_AGES)
        .bind("age", AGE.toSeconds())
        .bind("program", program.id().value())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .mapTo(MoveRow.class)
        .forEach(
            row -> {
              Experience group = groups.get(row.part());
              row.addTo(group.all());
              if (row.lapsing()) {
                row.addTo(group.lapsing());
              }
            });
    return groups;
  }

  List<LeftRow> left() {
    return handle
        .createQuery(LEFT)
        .bind("unit", step.unit())
        .bind("zone", program.zone().getId())
        .bind("most", MOST_AGES)
        .bind("age", AGE.toSeconds())
        .bind("program", program.id().value())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .mapTo(LeftRow.class)
        .list();
  }

  Accounts accounts() {
    return handle
        .createQuery(ACCOUNTS)
        .bind("program", program.id().value())
        .mapTo(Accounts.class)
        .one();
  }
}
