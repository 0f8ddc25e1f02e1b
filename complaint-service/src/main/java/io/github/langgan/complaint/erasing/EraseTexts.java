package io.github.langgan.complaint.erasing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.github.langgan.chassis.erasure.ErasedAnswers;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.complaint.contract.ErasureReceiptedV1;
import io.github.langgan.complaint.contract.ErasureReceiptedV1.RetainedV1;
import io.github.langgan.complaint.contract.Published;
import io.github.langgan.complaint.model.CaseEvent;
import io.github.langgan.complaint.model.CaseId;
import io.github.langgan.complaint.model.Cases;
import io.github.langgan.complaint.model.Change;
import io.github.langgan.complaint.model.ResolutionClock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/**
 * Closes a customer's cases, blanks what it and its agents wrote, and receipts it. That there was a
 * case, of which kind and how long it took, stays: both sides may have to show it.
 */
@Singleton
class EraseTexts implements DueWorkHandler {

  static final String KIND = "erase-texts";

  private static final String CLAIMS = "GDPR, article 17(3)(e): legal claims";
  private static final int YEARS = 5;

  /** What they are now, without a lock: nothing is added to who is erased. */
  private static final String CASES =
      """
      SELECT id FROM cases
       WHERE customer_id IN (SELECT unnest(:subjects::uuid[])
                             UNION ALL SELECT means FROM alias WHERE id = ANY(:subjects))
         AND coalesce(came_for, customer_id) = ANY(:subjects)
      """;

  /** By id, as all who change several cases lock them. */
  private static final String LOCK =
      """
      SELECT id FROM cases
       WHERE customer_id = ANY(:owners) AND coalesce(came_for, customer_id) = ANY(:subjects)
       ORDER BY id FOR UPDATE
      """;

  private static final String BLANK =
      """
      WITH blanked AS (
        UPDATE cases
           SET subject = '', description = NULL,
               resolution_summary = CASE WHEN resolution_summary IS NOT NULL THEN '' END,
               version = version + 1
         WHERE id = ANY(:ids)
        RETURNING opened_at
      )
      SELECT count(*) AS cases, max(opened_at) AS newest FROM blanked
      """;

  private final Aliases aliases;
  private final ErasedAnswers answers;
  private final DueWork dueWork;
  private final Cases cases;
  private final Jdbi jdbi;
  private final Outbox outbox;
  private final Clock clock;

  EraseTexts(
      Aliases aliases,
      ErasedAnswers answers,
      DueWork dueWork,
      Cases cases,
      Jdbi jdbi,
      Outbox outbox,
      Clock clock) {
    this.aliases = aliases;
    this.answers = answers;
    this.dueWork = dueWork;
    this.cases = cases;
    this.jdbi = jdbi;
    this.outbox = outbox;
    this.clock = clock;
  }

  private record Blanked(long cases, @Nullable Instant newest) {

    List<RetainedV1> retained() {
      return newest == null
          ? List.of()
          : List.of(
              new RetainedV1(
                  "cases",
                  cases,
                  CLAIMS,
                  LocalDate.of(
                      newest.atOffset(ZoneOffset.UTC).getYear() + YEARS, Month.DECEMBER, 31)));
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(List<DueItem> items) {
    items.forEach(item -> run(EventJson.read(item.payload().getBytes(UTF_8), Erasure.class)));
  }

  private void run(Erasure erasure) {
    List<UUID> found = cases(CASES, erasure, Set.of());
    // a case that was opened while merged was answered with the other's id
    List<UUID> named = new ArrayList<>(erasure.subjects());
    named.addAll(found);
    long replaced = answers.replace(named);
    // the clocks' own work takes it off the list before it locks the case, too
    dueWork.cancel(ResolutionClock.DUE_WORK, found.stream().map(UUID::toString).toList());
    Set<UUID> owners = aliases.owners(erasure.subjects());
    List<UUID> locked = cases(LOCK, erasure, owners);
    List<CaseEvent> closed = new ArrayList<>();
    locked.forEach(id -> closed.addAll(close(new CaseId(id))));
    outbox.append(Published.from(closed));
    Blanked blanked =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(BLANK)
                    .bind("ids", locked.toArray(UUID[]::new))
                    .mapTo(Blanked.class)
                    .one());
    outbox.append(
        new ErasureReceiptedV1(
            erasure.requestId(),
            erasure.customerId(),
            clock.instant(),
            Map.of("caseTexts", blanked.cases(), "answers", replaced),
            blanked.retained()));
  }

  /** No answer can be written any more, and no clock runs out for one. */
  private List<CaseEvent> close(CaseId id) {
    Optional<Change.Changed> closed =
        cases.withId(id).flatMap(found -> found.closeAsItIs(clock.instant()));
    closed.map(Change.Changed::after).ifPresent(cases::put);
    return closed.map(Change.Changed::events).orElse(List.of());
  }

  private List<UUID> cases(String sql, Erasure erasure, Set<UUID> owners) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(sql)
                .configure(SqlStatements.class, all -> all.setUnusedBindingAllowed(true))
                .bind("owners", owners.toArray(UUID[]::new))
                .bind("subjects", erasure.ids())
                .mapTo(UUID.class)
                .list());
  }
}
