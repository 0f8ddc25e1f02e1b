package io.github.langgan.chassis.duework;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The transactions of due work: take, run, take off the list. */
@Singleton
class DueWorkBatch {

  private static final int ATTEMPTS = 10;
  private static final Duration LONGEST_DELAY = Duration.ofHours(1);

  /** One look into the index for each, however much waits. */
  static final String DUE_KINDS =
      """
      SELECT kind
        FROM unnest(:kinds::text[]) AS known(kind)
       CROSS JOIN LATERAL (
         SELECT FROM due_work
          WHERE kind = known.kind AND due_at <= :now AND failed_at IS NULL LIMIT 1) due
      """;

  static final String CLAIM =
      """
      SELECT id, kind, subject, due_at, payload, attempts FROM due_work
       WHERE kind = :kind AND due_at <= :now AND failed_at IS NULL
       ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED
      """;

  private final Jdbi jdbi;
  private final Clock clock;

  DueWorkBatch(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** Those of which something is due, also what another process holds. */
  Set<String> due(Collection<String> kinds) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(DUE_KINDS)
                .bind("kinds", kinds.toArray(String[]::new))
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .mapTo(String.class)
                .set());
  }

  /** How many were done; items that another process holds are left to it. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  int runSome(DueWorkHandler handler, int limit, ClaimedItems claimed) {
    Instant now = clock.instant();
    List<DueItem> items =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(CLAIM)
                    .bind("kind", handler.kind())
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .bind("limit", limit)
                    .mapTo(DueItem.class)
                    .list());
    claimed.set(items);
    if (!items.isEmpty()) {
      handler.run(items);
      // one that its handler scheduled anew stays
      jdbi.useHandle(
          handle ->
              handle
                  .createUpdate("DELETE FROM due_work WHERE id = ANY(:ids) AND due_at <= :now")
                  .bind("ids", items.stream().map(DueItem::id).toArray(UUID[]::new))
                  .bind("now", now.atOffset(ZoneOffset.UTC))
                  .execute());
    }
    return items.size();
  }

  /** False when the item is gone, moved, or held by another process. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  boolean runOne(DueWorkHandler handler, UUID id) {
    Instant now = clock.instant();
    Optional<DueItem> item =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT id, kind, subject, due_at, payload, attempts FROM due_work
                         WHERE id = :id AND due_at <= :now AND failed_at IS NULL
                           FOR UPDATE SKIP LOCKED
                        """)
                    .bind("id", id)
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .mapTo(DueItem.class)
                    .findOne());
    item.ifPresent(
        one -> {
          handler.run(List.of(one));
          jdbi.useHandle(
              handle ->
                  handle
                      .createUpdate("DELETE FROM due_work WHERE id = :id AND due_at <= :now")
                      .bind("id", one.id())
                      .bind("now", now.atOffset(ZoneOffset.UTC))
                      .execute());
        });
    return item.isPresent();
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void failed(DueItem item, String error) {
    Duration delay = Duration.ofSeconds(1L << Math.min(item.attempts(), 12));
    Instant next = clock.instant().plus(delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay);
    boolean givenUp = item.attempts() + 1 >= ATTEMPTS;
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE due_work SET attempts = attempts + 1, last_error = :error, due_at = :next,
                           failed_at = CASE WHEN :givenUp THEN :next END
                     WHERE id = :id
                    """)
                .bind("error", error)
                .bind("next", next.atOffset(ZoneOffset.UTC))
                .bind("givenUp", givenUp)
                .bind("id", item.id())
                .execute());
  }

  /** The items of a claim, known also when the run then fails. */
  static final class ClaimedItems {
    private Collection<DueItem> items = List.of();

    void set(List<DueItem> items) {
      this.items = items;
    }

    Collection<DueItem> get() {
      return items;
    }
  }
}
