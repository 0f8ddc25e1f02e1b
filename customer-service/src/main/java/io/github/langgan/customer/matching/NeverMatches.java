package io.github.langgan.customer.matching;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.PendingMatches;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of which somebody said that they are of two persons, whatever they have in common. They are
 * never found again, by no rules.
 */
@Singleton
public class NeverMatches {

  private static final String COLUMNS = "id, one, other, reason, said_by, said_at";

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
  static Pair seen(Instant saidAt, UUID id) {
    return new Pair(id, id, id, "", "", saidAt);
  }

  /**
   * @param added false when it was said before; then that stands
   */
  public record Said(Pair pair, boolean added) {}

  /** A comparison that runs may still find the pair; {@code open_match} leaves it out. */
  @Transactional
  public Said say(UUID some, UUID other, String reason, String by) {
    UUID one = FoundPairs.isLower(some, other) ? some : other;
    UUID two = one.equals(some) ? other : some;
    boolean added =
        jdbi.withHandle(
                handle ->
                    handle
                        .createUpdate(
                            """
                            INSERT INTO never_match (id, one, other, reason, said_by, said_at)
                            VALUES (:id, :one, :other, :reason, :by, :at)
                            ON CONFLICT (one, other) DO NOTHING
                            """)
                        .bind("id", FoundPairs.idOf(one, two))
                        .bind("one", one)
                        .bind("other", two)
                        .bind("reason", reason)
                        .bind("by", by)
                        .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .execute())
            == 1;
    Pair pair = find(FoundPairs.idOf(one, two)).orElseThrow();
    if (added) {
      audit.record(
          "never-match.said", "never-match", pair.id(), reason, Map.of("one", one, "other", two));
    }
    return new Said(pair, added);
  }

  /** Of all pairs of which it was said; a pair's id is that of the match. */
  Set<UUID> ids() {
    return jdbi.withHandle(
        handle -> handle.createQuery("SELECT id FROM never_match").mapTo(UUID.class).set());
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
                          WHERE (:customer::uuid IS NULL OR one = :customer OR other = :customer)
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
