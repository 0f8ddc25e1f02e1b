package io.github.langgan.customer.matching;

import io.github.langgan.chassis.sql.Columns;
import io.github.langgan.customer.matching.FoundPairs.Pair;
import io.github.langgan.customer.model.Visibility;
import io.github.langgan.customer.model.comparison.Band;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * The pairs that are or may be of one person. Those of which somebody has said that they never are
 * may be kept, and are not told.
 */
@Singleton
class MatchPairs {

  private static final int ROWS = 5_000;

  private static final String ADD =
      """
      INSERT INTO match_pair (id, one, other, comparison, probability, found_at)
      SELECT f.*, :at
        FROM unnest(:ids::uuid[], :ones::uuid[], :others::uuid[], :comparisons::int[],
                    :probabilities::text[]::float8[])
             AS f (id, one, other, comparison, probability)
       -- one that is compared may be erased meanwhile
       WHERE EXISTS (SELECT FROM customer c WHERE c.id = f.one)
         AND EXISTS (SELECT FROM customer c WHERE c.id = f.other)
       ORDER BY one, other
      """;

  private static final String COLUMNS = "id, one, other, comparison, probability, found_at";

  private static final String LIST =
      """
      SELECT id, one, other, comparison, probability, found_at
        FROM open_match m
       WHERE probability >= :from AND probability < :below
         AND (NOT :isAfter OR probability < :lastProbability
              OR probability = :lastProbability AND id > :lastId)
         AND %s
       ORDER BY probability DESC, id LIMIT :limit
      """;

  private final Jdbi jdbi;
  private final Clock clock;

  MatchPairs(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** These are now all pairs of the changed records. */
  void replace(Collection<UUID> changed, FoundPairs found) {
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate("DELETE FROM match_pair WHERE one = ANY(:ids) OR other = ANY(:ids)")
              .bind("ids", changed.toArray(UUID[]::new))
              .execute();
          add(handle, found);
        });
  }

  /** These are now all pairs. */
  void replaceAll(FoundPairs found) {
    jdbi.useHandle(
        handle -> {
          handle.execute("DELETE FROM match_pair");
          add(handle, found);
        });
  }

  /** The likeliest first. */
  List<MatchRow> of(UUID customerId, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + COLUMNS
                        + " FROM open_match WHERE one = :id OR other = :id"
                        + " ORDER BY probability DESC, id LIMIT :limit")
                .bind("id", customerId)
                .bind("limit", limit)
                .mapTo(MatchRow.class)
                .list());
  }

  Optional<MatchRow> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT " + COLUMNS + " FROM open_match WHERE id = :id")
                .bind("id", id)
                .mapTo(MatchRow.class)
                .findOne());
  }

  /**
   * The likeliest first.
   *
   * @param from included
   * @param below not included
   * @param after the last one that was seen
   */
  List<MatchRow> list(
      double from, double below, Visibility visibility, @Nullable MatchRow after, int limit) {
    return jdbi.withHandle(
        handle -> {
          Query query =
              handle
                  .createQuery(LIST.formatted(condition(visibility)))
                  .bind("from", from)
                  .bind("below", below)
                  .bind("isAfter", after != null)
                  .bind("lastProbability", after == null ? 0.0 : after.probability())
                  .bindByType("lastId", after == null ? null : after.id(), UUID.class)
                  .bind("limit", limit);
          if (visibility instanceof Visibility.RegisteredBy(String partner)) {
            query.bind("partner", partner);
          }
          return query.mapTo(MatchRow.class).list();
        });
  }

  private static String condition(Visibility visibility) {
    return switch (visibility) {
      case Visibility.Everyone() -> "true";
      case Visibility.RegisteredBy one ->
          """
          NOT EXISTS (SELECT FROM customer c
                       WHERE (c.id IN (m.one, m.other) OR c.merged_into IN (m.one, m.other))
                         AND c.partner IS DISTINCT FROM :partner)
          """;
      case Visibility.Oneself one -> "false";
    };
  }

  /**
   * What becomes of the pairs when these are all there are.
   *
   * @param newlySame pairs that were not taken to be of one person before
   * @param noLongerSame pairs that were
   */
  record Change(long newlySame, long noLongerSame) {}

  Change change(FoundPairs found, MatchRules before, MatchRules after) {
    Set<UUID> same = new HashSet<>();
    for (Pair pair : found.pairs()) {
      if (after.thresholds().band(pair.probability()) == Band.SAME) {
        same.add(pair.id());
      }
    }
    Set<UUID> sameBefore =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("SELECT id FROM open_match WHERE probability >= :from")
                    .bind("from", before.thresholds().sameFrom())
                    .mapTo(UUID.class)
                    .set());
    long kept = same.stream().filter(sameBefore::contains).count();
    return new Change(same.size() - kept, sameBefore.size() - kept);
  }

  private void add(Handle handle, FoundPairs found) {
    List<Pair> all = found.pairs();
    for (int from = 0; from < all.size(); from += ROWS) {
      Columns<Pair> columns = Columns.of(all.subList(from, Math.min(all.size(), from + ROWS)));
      handle
          .createUpdate(ADD)
          .bind("ids", columns.uuids(Pair::id))
          .bind("ones", columns.uuids(Pair::one))
          .bind("others", columns.uuids(Pair::other))
          .bind("comparisons", columns.ints(pair -> pair.comparison().pattern()))
          .bind("probabilities", columns.texts(Pair::probability))
          .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
          .execute();
    }
  }
}
