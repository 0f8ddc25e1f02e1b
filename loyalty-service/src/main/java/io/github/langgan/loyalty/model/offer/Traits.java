package io.github.langgan.loyalty.model.offer;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.sql.Columns;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * What analytics knows of customers, as far as its events have come, by the record that it spoke
 * of.
 */
@Singleton
public class Traits {

  private static final String RECORDS =
      """
      (SELECT c AS customer, c AS record FROM unnest(:customers::uuid[]) AS c
        UNION ALL
       SELECT means, id FROM alias WHERE means = ANY(:customers)) r
      """;

  private final Jdbi jdbi;

  Traits(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public record Stage(UUID customer, String stage, Instant asOf) {}

  public record SegmentMove(UUID customer, String segment, boolean inside, Instant at) {}

  /** Those in one of the stages, by what was worked out last for any record of theirs. */
  Set<CustomerId> inStages(Collection<CustomerId> customers, Set<String> stages) {
    return matching(
        """
        SELECT customer
          FROM (SELECT DISTINCT ON (r.customer) r.customer, s.stage
                  FROM %s JOIN customer_stage s ON s.customer_id = r.record
                 ORDER BY r.customer, s.as_of DESC) latest
         WHERE stage = ANY(:wanted)
        """,
        customers, stages);
  }

  /** Those of whom any record is in one of the segments. */
  Set<CustomerId> inSegments(Collection<CustomerId> customers, Set<String> segments) {
    return matching(
        """
        SELECT DISTINCT r.customer
          FROM %s JOIN customer_segment s ON s.customer_id = r.record
         WHERE s.inside AND s.segment = ANY(:wanted)
        """,
        customers, segments);
  }

  private Set<CustomerId> matching(
      String query, Collection<CustomerId> customers, Set<String> wanted) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(query.formatted(RECORDS))
                .bind("customers", customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .bind("wanted", wanted.toArray(String[]::new))
                .mapTo(UUID.class)
                .map(CustomerId::new)
                .collect(Collectors.toSet()));
  }

  /** Older words than the known ones change nothing. */
  public void learnStages(List<Stage> stages) {
    if (stages.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO customer_stage AS s (customer_id, stage, as_of)
                    SELECT DISTINCT ON (customer) customer, stage, at
                      FROM unnest(:customers::uuid[], :stages::text[], :times::timestamptz[])
                             AS n(customer, stage, at)
                     ORDER BY customer, at DESC
                    ON CONFLICT (customer_id) DO UPDATE
                       SET stage = excluded.stage, as_of = excluded.as_of
                     WHERE s.as_of < excluded.as_of
                    """)
                .bindMap(
                    new Columns<>(stages)
                        .uuids("customers", Stage::customer)
                        .texts("stages", Stage::stage)
                        .times("times", Stage::asOf)
                        .arrays())
                .execute());
  }

  /** Older words than the known ones change nothing. */
  public void learnSegments(List<SegmentMove> moves) {
    if (moves.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO customer_segment AS s (customer_id, segment, inside, since)
                    SELECT DISTINCT ON (customer, segment) customer, segment, inside::boolean, at
                      FROM unnest(:customers::uuid[], :segments::text[], :inside::text[],
                                  :times::timestamptz[]) AS n(customer, segment, inside, at)
                     ORDER BY customer, segment, at DESC
                    ON CONFLICT (customer_id, segment) DO UPDATE
                       SET inside = excluded.inside, since = excluded.since
                     WHERE s.since < excluded.since
                    """)
                .bindMap(
                    new Columns<>(moves)
                        .uuids("customers", SegmentMove::customer)
                        .texts("segments", SegmentMove::segment)
                        .texts("inside", one -> Boolean.toString(one.inside()))
                        .times("times", SegmentMove::at)
                        .arrays())
                .execute());
  }
}
