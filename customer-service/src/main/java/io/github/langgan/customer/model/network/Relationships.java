package io.github.langgan.customer.model.network;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * All relationships. Their ends keep the id that was named, so that a merge changes nothing here
 * and a split has nothing to give back: who an end is now is found when it is read.
 */
@Singleton
public class Relationships {

  /** With {@code :asOf}: as they were known then. */
  private static final String KNOWN =
      """
      SELECT r.id, r.type, r.from_customer, r.from_party, r.to_customer, r.to_party, r.valid_from,
             CASE WHEN r.ended_at > :asOf THEN r.stated_until ELSE r.valid_until END AS valid_until,
             r.stated_until, r.stated_strength, r.form, r.received_at, r.confidence, r.partner,
             r.recorded_by, r.recorded_at,
             CASE WHEN r.ended_at <= :asOf THEN r.ended_by END AS ended_by,
             CASE WHEN r.ended_at <= :asOf THEN r.ended_at END AS ended_at,
             CASE WHEN r.ended_at <= :asOf THEN r.end_reason END AS end_reason
        FROM relationship r
       WHERE r.recorded_at <= :asOf AND (:partner::text IS NULL OR r.partner = :partner)
      """;

  /** Who the ends of the rows {@code r} are now, and how strong they were said to be. */
  private static final String RESOLVED =
      """
      SELECT r.*, said.strength, said.confirmed_on,
             coalesce(fc.merged_into, fc.id, r.from_party) AS from_now,
             fc.id IS NOT NULL AS from_is_customer,
             coalesce(tc.merged_into, tc.id, r.to_party) AS to_now,
             tc.id IS NOT NULL AS to_is_customer
        FROM (%s) r
        LEFT JOIN party fp ON fp.id = r.from_party
        LEFT JOIN customer fc ON fc.id = coalesce(r.from_customer, fp.customer_id)
        LEFT JOIN party tp ON tp.id = r.to_party
        LEFT JOIN customer tc ON tc.id = coalesce(r.to_customer, tp.customer_id)
       CROSS JOIN LATERAL (SELECT strength, confirmed_on FROM relationship_confirmation
                            WHERE relationship_id = r.id AND recorded_at <= :asOf
                            ORDER BY confirmed_on DESC, recorded_at DESC LIMIT 1) said
       ORDER BY r.id DESC
      """;

  private static final String ONE = RESOLVED.formatted(KNOWN + " AND r.id = :id");

  /** The ids by which beings are named, of {@code :%1$s}. */
  private static final String NODES =
      """
      %1$s_node AS (
        SELECT :%1$s::uuid AS id
        UNION ALL SELECT id FROM customer WHERE merged_into = :%1$s
        UNION ALL SELECT p.id FROM party p
                   WHERE p.customer_id = :%1$s
                      OR p.customer_id IN (SELECT id FROM customer WHERE merged_into = :%1$s))
      """;

  private static final String BETWEEN =
      "WITH "
          + NODES.formatted("from")
          + ", "
          + NODES.formatted("to")
          + RESOLVED.formatted(
              KNOWN
                  + """
                     AND r.type = :type AND r.partner IS NOT DISTINCT FROM :partner
                     AND (r.from_node = ANY(ARRAY(SELECT id FROM from_node))
                            AND r.to_node = ANY(ARRAY(SELECT id FROM to_node))
                          OR :symmetric AND r.from_node = ANY(ARRAY(SELECT id FROM to_node))
                               AND r.to_node = ANY(ARRAY(SELECT id FROM from_node)))
                    """);

  private static final String LISTED =
      "WITH "
          + NODES.formatted("of")
          + RESOLVED.formatted(
              "SELECT * FROM ("
                  + KNOWN
                  + """
                     AND (:before::uuid IS NULL OR r.id < :before)
                     AND (:types::text[] IS NULL OR r.type = ANY(:types))
                     AND (r.from_node = ANY(ARRAY(SELECT id FROM of_node))
                          OR r.to_node = ANY(ARRAY(SELECT id FROM of_node)))
                     AND NOT (r.from_node = ANY(ARRAY(SELECT id FROM of_node))
                              AND r.to_node = ANY(ARRAY(SELECT id FROM of_node)))
                    ) known
                     WHERE :on::date IS NULL OR daterange(valid_from, valid_until) @> :on::date
                     ORDER BY id DESC LIMIT :limit
                    """);

  private static final OffsetDateTime ALWAYS =
      OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private final Jdbi jdbi;

  Relationships(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * @param from who it is now
   * @param to who it is now
   */
  public record Related(Relationship relationship, Being from, Being to) {

    public Being other(UUID being) {
      return from.id().equals(being) ? to : from;
    }

    /** What the other one is to this one. */
    public String otherIs(UUID being) {
      RelationshipType type = relationship.stated().type();
      return from.id().equals(being) ? type.name() : type.inverse();
    }
  }

  /**
   * Which relationships of somebody are asked for.
   *
   * @param types empty for all
   * @param on in force on that day; null for all, ended ones and future ones, too
   * @param asOf as they were known at that time; null for now
   */
  public record Criteria(
      Set<RelationshipType> types, @Nullable LocalDate on, @Nullable Instant asOf) {}

  public Optional<Related> find(UUID id, Viewer viewer) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(ONE)
                .bind("id", id)
                .bind("asOf", ALWAYS)
                .bindByType("partner", viewer.partner(), String.class)
                .mapTo(RelationshipRow.class)
                .map(RelationshipRow::related)
                .findOne());
  }

  /** The relationship, which nobody else can change until the transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Related> lock(UUID id, Viewer viewer) {
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("SELECT id FROM relationship WHERE id = :id FOR NO KEY UPDATE")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne());
    return find(id, viewer);
  }

  /** What one reporter said of two beings, by whatever id of theirs. */
  List<Relationship> between(UUID from, UUID to, RelationshipType type, @Nullable String partner) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(BETWEEN)
                .bind("from", from)
                .bind("to", to)
                .bind("type", type)
                .bind("symmetric", type.isSymmetric())
                .bindByType("partner", partner, String.class)
                .bind("asOf", ALWAYS)
                .mapTo(RelationshipRow.class)
                .map(row -> row.related().relationship())
                .list());
  }

  /** Of a being, the latest established first. Its relationships to itself are left out. */
  public List<Related> list(
      UUID being, Criteria criteria, Viewer viewer, @Nullable UUID before, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(LISTED)
                .bind("of", being)
                .bindByType("types", names(criteria.types()), String[].class)
                .bindByType("on", criteria.on(), LocalDate.class)
                .bind(
                    "asOf",
                    criteria.asOf() == null ? ALWAYS : criteria.asOf().atOffset(ZoneOffset.UTC))
                .bindByType("partner", viewer.partner(), String.class)
                .bindByType("before", before, UUID.class)
                .bind("limit", limit)
                .mapTo(RelationshipRow.class)
                .map(RelationshipRow::related)
                .list());
  }

  static String @Nullable [] names(Set<RelationshipType> types) {
    return types.isEmpty() ? null : types.stream().map(Enum::name).toArray(String[]::new);
  }
}
