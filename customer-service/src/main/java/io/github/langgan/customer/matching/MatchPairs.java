package io.github.langgan.customer.matching;

import io.github.langgan.chassis.sql.Columns;
import io.github.langgan.customer.model.comparison.Comparison;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The pairs that are or may be of one person. */
@Singleton
class MatchPairs {

  private static final String ADD =
      """
      INSERT INTO match_pair (one, other, comparison, probability, found_at)
      SELECT f.*, :at
        FROM unnest(:ones::uuid[], :others::uuid[], :comparisons::int[],
                    :probabilities::text[]::float8[]) AS f
       ORDER BY 1, 2
      """;

  private static final String OF =
      """
      SELECT CASE WHEN one = :id THEN other ELSE one END AS customer_id, comparison
        FROM match_pair WHERE one = :id OR other = :id
       ORDER BY probability DESC, 1 LIMIT :limit
      """;

  private final Jdbi jdbi;
  private final Clock clock;

  MatchPairs(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** The lower id first. */
  record Found(UUID one, UUID other, Comparison comparison, double probability) {}

  /** The other record of a pair. */
  record Match(UUID customerId, int comparison) {}

  /** These are now all pairs of the changed records. */
  void replace(Collection<UUID> changed, List<Found> found) {
    Columns<Found> columns = Columns.of(found);
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate("DELETE FROM match_pair WHERE one = ANY(:ids) OR other = ANY(:ids)")
              .bind("ids", changed.toArray(UUID[]::new))
              .execute();
          handle
              .createUpdate(ADD)
              .bind("ones", columns.uuids(Found::one))
              .bind("others", columns.uuids(Found::other))
              .bind("comparisons", columns.ints(pair -> pair.comparison().pattern()))
              .bind("probabilities", columns.texts(Found::probability))
              .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
              .execute();
        });
  }

  /** The likeliest first. */
  List<Match> of(UUID customerId, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(OF)
                .bind("id", customerId)
                .bind("limit", limit)
                .mapTo(Match.class)
                .list());
  }
}
