package io.github.langgan.profile.erasing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.github.langgan.chassis.erasure.ErasedAnswers;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.profile.contract.ErasureReceiptedV1;
import io.github.langgan.profile.contract.ErasureReceiptedV1.RetainedV1;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Erases what a customer did and said, and receipts it. Transactions stay, without a name. */
@Singleton
class EraseHistory implements DueWorkHandler {

  static final String KIND = "erase-history";

  /** Documents of the company are kept for ten years from the end of its financial year. */
  private static final String DOCUMENTS = "UU 8/1997, article 11: documents of the company";

  private static final int YEARS = 10;

  /** What came for one of the subjects, whosever it is by now. */
  private static final String THEIRS =
      " WHERE customer_id = ANY(:owners) AND coalesce(came_for, customer_id) = ANY(:subjects)";

  /** What they are now, without a lock: nothing is added to who is erased. */
  private static final String INTERACTIONS =
      """
      SELECT interaction_id FROM interaction
       WHERE customer_id IN (SELECT unnest(:subjects::uuid[])
                             UNION ALL SELECT means FROM alias WHERE id = ANY(:subjects))
         AND coalesce(came_for, customer_id) = ANY(:subjects)
      """;

  private static final String UNNAME =
      """
      WITH kept AS (
        UPDATE transaction SET reference = NULL
      """
          + THEIRS
          + """
             RETURNING occurred_at)
            SELECT count(*) AS transactions, max(occurred_at) AS newest FROM kept
            """;

  private final Aliases aliases;
  private final ErasedAnswers answers;
  private final Jdbi jdbi;
  private final Outbox outbox;
  private final Clock clock;

  EraseHistory(Aliases aliases, ErasedAnswers answers, Jdbi jdbi, Outbox outbox, Clock clock) {
    this.aliases = aliases;
    this.answers = answers;
    this.jdbi = jdbi;
    this.outbox = outbox;
    this.clock = clock;
  }

  private record Kept(long transactions, @Nullable Instant newest) {

    List<RetainedV1> retained() {
      return newest == null
          ? List.of()
          : List.of(
              new RetainedV1(
                  "transactions",
                  transactions,
                  DOCUMENTS,
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
    Map<String, Long> erased = new TreeMap<>(erasure.erased());
    erased.put("answers", answers(erasure));
    Set<UUID> owners = aliases.owners(erasure.subjects());
    Kept kept =
        jdbi.withHandle(
            handle -> {
              erased.put("interactions", delete(handle, "interaction", erasure, owners));
              erased.put("timelineEntries", delete(handle, "timeline_entry", erasure, owners));
              erased.put("memberships", delete(handle, "known_membership", erasure, owners));
              erased.put("cases", delete(handle, "known_case", erasure, owners));
              erased.put("scores", scores(handle, erasure));
              return handle
                  .createQuery(UNNAME)
                  .bind("owners", ids(owners))
                  .bind("subjects", ids(erasure.subjects()))
                  .mapTo(Kept.class)
                  .one();
            });
    outbox.append(
        new ErasureReceiptedV1(
            erasure.requestId(), erasure.customerId(), clock.instant(), erased, kept.retained()));
  }

  /** What was noted while the customer was merged into another was answered with the other's id. */
  private long answers(Erasure erasure) {
    List<UUID> named = new ArrayList<>(erasure.subjects());
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(INTERACTIONS)
                .bind("subjects", ids(erasure.subjects()))
                .mapTo(UUID.class)
                .forEach(named::add));
    return answers.replace(named);
  }

  private static long delete(Handle handle, String table, Erasure erasure, Set<UUID> owners) {
    return handle
        .createUpdate("DELETE FROM " + table + THEIRS)
        .bind("owners", ids(owners))
        .bind("subjects", ids(erasure.subjects()))
        .execute();
  }

  private static long scores(Handle handle, Erasure erasure) {
    return handle
        .createUpdate("DELETE FROM known_score WHERE customer_id = ANY(:subjects)")
        .bind("subjects", ids(erasure.subjects()))
        .execute();
  }

  private static UUID[] ids(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }
}
