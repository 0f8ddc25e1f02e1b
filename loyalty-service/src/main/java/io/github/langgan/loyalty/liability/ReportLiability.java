package io.github.langgan.loyalty.liability;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.github.langgan.loyalty.liability.Books.LeftRow;
import io.github.langgan.loyalty.liability.LiabilityReport.Period;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ledger.EntryKind;
import io.github.langgan.loyalty.model.liability.Breakage;
import io.github.langgan.loyalty.model.liability.Experience;
import io.github.langgan.loyalty.model.liability.Outlook;
import io.github.langgan.loyalty.model.liability.Step;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** Reads all postings of a program once for what happened, and once for how points are redeemed. */
@Singleton
class ReportLiability {

  /** So many members at least say something about all. */
  private static final long FEWEST_MEMBERS = 200;

  private final Jdbi jdbi;
  private final Clock clock;

  ReportLiability(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * @param first the first period; null: that of the first entry
   */
  LiabilityReport report(Program program, Step step, @Nullable LocalDate first) {
    return jdbi.inTransaction(
        TransactionIsolationLevel.REPEATABLE_READ,
        handle -> {
          Instant now = clock.instant();
          return report(new Books(handle, program, step, now), program, step, now, first);
        });
  }

  private static LiabilityReport report(
      Books books, Program program, Step step, Instant now, @Nullable LocalDate first) {
    List<Flow> flows = books.flows();
    Accounts accounts = books.accounts();
    List<LeftRow> left = books.left();
    LocalDate last = step.startFor(now, program.zone());
    LocalDate earliest = flows.stream().map(Flow::start).min(LocalDate::compareTo).orElse(last);
    List<LocalDate> starts = step.all(earliest.isAfter(last) ? last : earliest, last);
    List<Experience> groups = books.experience();
    Experience all = Experience.sum(groups);
    boolean isKnown = accounts.members() >= FEWEST_MEMBERS && tells(all, left);
    @Nullable Outlook outlook = isKnown ? all.outlook() : null;
    List<Period> periods =
        periods(step, starts, flows, books.pending(starts), byStart(left), outlook);
    return new LiabilityReport(
        program,
        step,
        now,
        first == null
            ? periods
            : periods.stream().filter(one -> !one.start().isBefore(first)).toList(),
        isKnown ? Breakage.of(groups, left.stream().map(LeftRow::outstanding).toList()) : null,
        left.stream().filter(one -> one.endAge() != null).mapToLong(LeftRow::points).sum(),
        accounts);
  }

  /** No point can have lapsed before its member could be inactive for so long. */
  private static boolean tells(Experience all, List<LeftRow> left) {
    int lapseAge = left.stream().filter(LeftRow::lapsing).mapToInt(LeftRow::endAge).max().orElse(0);
    return all.reachesBeyond(1) && (lapseAge == 0 || all.reachesLapses(lapseAge + 1));
  }

  private static Map<LocalDate, List<Breakage.Outstanding>> byStart(List<LeftRow> left) {
    return left.stream()
        .collect(groupingBy(LeftRow::start, mapping(LeftRow::outstanding, toList())));
  }

  private static List<Period> periods(
      Step step,
      List<LocalDate> starts,
      List<Flow> flows,
      Map<LocalDate, Long> pending,
      Map<LocalDate, List<Breakage.Outstanding>> left,
      @Nullable Outlook outlook) {
    Map<LocalDate, List<Flow>> byStart = flows.stream().collect(groupingBy(Flow::start));
    List<Period> periods = new ArrayList<>(starts.size());
    long owed = 0;
    long reserved = 0;
    for (LocalDate start : starts) {
      Map<EntryKind, Long> sums = new EnumMap<>(EntryKind.class);
      byStart
          .getOrDefault(start, List.of())
          .forEach(flow -> sums.merge(flow.kind(), flow.points(), Long::sum));
      long setAside = -sum(sums, EntryKind.RESERVED) - sum(sums, EntryKind.RESERVATION_RELEASED);
      long change = sums.values().stream().mapToLong(Long::longValue).sum() + setAside;
      reserved += setAside;
      List<Breakage.Outstanding> given = left.getOrDefault(start, List.of());
      periods.add(
          new Period(
              start,
              step.after(start),
              owed,
              sum(sums, EntryKind.EARNED),
              -sum(sums, EntryKind.RETURNED) - sum(sums, EntryKind.DEBT_PAID),
              sum(sums, EntryKind.COMPENSATED),
              sum(sums, EntryKind.GRANTED),
              -sum(sums, EntryKind.REDEEMED),
              sum(sums, EntryKind.REDEMPTION_REVERSED),
              -sum(sums, EntryKind.EXPIRED),
              owed + change,
              pending.getOrDefault(start, 0L),
              reserved,
              given.stream().mapToLong(Breakage.Outstanding::points).sum(),
              outlook == null ? null : outlook.expires(given)));
      owed += change;
    }
    return periods;
  }

  private static long sum(Map<EntryKind, Long> sums, EntryKind kind) {
    return sums.getOrDefault(kind, 0L);
  }
}
