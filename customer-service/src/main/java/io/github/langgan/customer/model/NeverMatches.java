package io.github.langgan.customer.model;

import io.github.langgan.chassis.audit.Audit;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of which somebody said that they are of two persons, whatever they have in common. They are
 * never found again, by no rules.
 */
@Singleton
public class NeverMatches {

  private static final String COLUMNS = "id, one, other, reason, said_by, said_at";

  private static final String SAY =
      """
      INSERT INTO never_match (id, one, other, reason, said_by, said_at, one_now, other_now)
      VALUES (:id, :one, :other, :reason, :by, :at, :one, :other)
      ON CONFLICT (one, other) DO NOTHING
      """;

  private static final String FOLLOW =
      """
      UPDATE never_match n
         SET one_now = least(now.one, now.other), other_now = greatest(now.one, now.other)
        FROM (SELECT n.id, coalesce(a.merged_into, a.id) AS one,
                     coalesce(b.merged_into, b.id) AS other
                FROM never_match n
                JOIN customer a ON a.id = n.one
                JOIN customer b ON b.id = n.other
               WHERE n.one = ANY(:records) OR n.other = ANY(:records)) now
       WHERE now.id = n.id
      """;

  private final Jdbi jdbi;
  private final PendingMatches pendingMatches;
  private final Audit audit;
  private final Clock clock;

  NeverMatches(Jdbi jdbi, PendingMatches pendingMatches, Audit audit, Clock clock) {
    this.jdbi = jdbi;
    this.pendingMatches = pendingMatches;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param one the lower id
   */
  public record Pair(UUID id, UUID one, UUID other, String reason, String saidBy, Instant saidAt) {}

  /** The last one of a page, of which no more is known. */
  public static Pair seen(Instant saidAt, UUID id) {
    return new Pair(id, id, id, "", "", saidAt);
  }

  /**
   * @param added false when it was said before; then that stands
   */
  public record Said(Pair pair, boolean added) {}

  /** A comparison that runs may still find the pair; {@code open_match} leaves it out. */
  @Transactional
  public Said say(UUID some, UUID other, String reason, String by) {
    RecordPair records = RecordPair.of(some, other);
    boolean added =
        jdbi.withHandle(
            handle -> {
              lock(handle, records);
              return handle
                      .createUpdate(SAY)
                      .bind("id", records.id())
                      .bind("one", records.one())
                      .bind("other", records.other())
                      .bind("reason", reason)
                      .bind("by", by)
                      .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                      .execute()
                  == 1;
            });
    if (added) {
      follow(List.of(records.one(), records.other()));
    }
    Pair pair = find(records.id()).orElseThrow();
    if (added) {
      audit.record(
          "never-match.said",
          "never-match",
          pair.id(),
          // somebody's own words stay in the row, which goes with the customer
          "",
          Map.of("one", records.one(), "other", records.other()));
    }
    return new Said(pair, added);
  }

  /** Of the matches of all customers of whose records it was said. */
  public Set<UUID> ids() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT one_now, other_now FROM never_match WHERE one_now <> other_now")
                .map(
                    (row, context) ->
                        RecordPair.of(
                                row.getObject("one_now", UUID.class),
                                row.getObject("other_now", UUID.class))
                            .id())
                .set());
  }

  /** After these records were merged or split: it holds for whom they mean now. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void follow(Collection<UUID> records) {
    jdbi.useHandle(
        handle ->
            handle.createUpdate(FOLLOW).bind("records", records.toArray(UUID[]::new)).execute());
  }

  /** What was said of one of the records that one customer is, and one of those the other is. */
  public Optional<UUID> between(RecordPair customers) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT id FROM never_match WHERE one_now = :one AND other_now = :other"
                        + " ORDER BY said_at, id LIMIT 1")
                .bind("one", customers.one())
                .bind("other", customers.other())
                .mapTo(UUID.class)
                .findOne());
  }

  /** A merge of one of them waits, or is seen. */
  private static void lock(Handle handle, RecordPair records) {
    handle
        .createQuery("SELECT id FROM customer WHERE id = ANY(:ids) ORDER BY id FOR SHARE")
        .bind("ids", new UUID[] {records.one(), records.other()})
        .mapTo(UUID.class)
        .list();
  }

  /** The two are compared again. False when nobody had said so. */
  @Transactional
  public boolean takeBack(UUID id) {
    Optional<Pair> pair = find(id);
    pair.ifPresent(
        said -> {
          jdbi.useHandle(
              handle ->
                  handle
                      .createUpdate("DELETE FROM never_match WHERE id = :id")
                      .bind("id", id)
                      .execute());
          pendingMatches.lookFor(List.of(new CustomerId(said.one)));
          audit.record("never-match.taken-back", "never-match", id, "", Map.of());
        });
    return pair.isPresent();
  }

  /** The latest first. */
  public List<Pair> list(@Nullable UUID customerId, @Nullable Pair after, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + COLUMNS
                        + """
                           FROM never_match
                          WHERE (:customer::uuid IS NULL OR :customer IN (one, other, one_now, other_now))
                            AND (:at::timestamptz IS NULL OR (said_at, id) < (:at, :id))
                          ORDER BY said_at DESC, id DESC LIMIT :limit
                        """)
                .bindByType("customer", customerId, UUID.class)
                .bindByType(
                    "at",
                    after == null ? null : after.saidAt.atOffset(ZoneOffset.UTC),
                    OffsetDateTime.class)
                .bindByType("id", after == null ? null : after.id, UUID.class)
                .bind("limit", limit)
                .mapTo(Pair.class)
                .list());
  }

  private Optional<Pair> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT " + COLUMNS + " FROM never_match WHERE id = :id")
                .bind("id", id)
                .mapTo(Pair.class)
                .findOne());
  }
}
