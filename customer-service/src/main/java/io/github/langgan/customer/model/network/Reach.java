package io.github.langgan.customer.model.network;

import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Whom one gets to from somebody, step by step: one statement a step, in which nobody is met again,
 * so that circles and hubs cost no more than the relationships that they have.
 */
@Singleton
public class Reach {

  /** All neighbours of those met last whom nobody has met yet, each by its strongest path. */
  private static final String STEP =
      """
      WITH record AS (
        SELECT being, strength, being AS id
          FROM unnest(:beings::uuid[], :strengths::text[]::float8[]) AS met (being, strength)
        UNION ALL
        SELECT met.being, met.strength, c.id
          FROM unnest(:beings::uuid[], :strengths::text[]::float8[]) AS met (being, strength)
          JOIN customer c ON c.merged_into = met.being),
      node AS (
        SELECT * FROM record
        UNION ALL
        SELECT record.being, record.strength, p.id
          FROM record JOIN party p ON p.customer_id = record.id),
      edge AS (
        SELECT n.being, n.strength AS so_far, r.id, r.type, true AS forward,
               r.to_customer AS customer, r.to_party AS party, r.strength, r.confirmed_on
          FROM node n JOIN relationship r ON r.from_node = n.id
         WHERE %1$s
        UNION ALL
        SELECT n.being, n.strength, r.id, r.type, false, r.from_customer, r.from_party,
               r.strength, r.confirmed_on
          FROM node n JOIN relationship r ON r.to_node = n.id
         WHERE %1$s),
      reached AS (
        SELECT coalesce(c.merged_into, c.id, r.party) AS id, c.id IS NOT NULL AS is_customer,
               r.being AS via, r.id AS relationship, r.type, r.forward,
               r.so_far * %2$s AS strength
          FROM edge r
          LEFT JOIN party p ON p.id = r.party
          LEFT JOIN customer c ON c.id = coalesce(r.customer, p.customer_id))
      SELECT best.* FROM (
        SELECT DISTINCT ON (id) * FROM reached
         WHERE id NOT IN (SELECT unnest(:seen::uuid[]))
         ORDER BY id, strength DESC, relationship) best
       ORDER BY strength DESC, id LIMIT :limit
      """
          .formatted(
              """
              daterange(r.valid_from, r.valid_until) @> :on::date
                 AND (:types::text[] IS NULL OR r.type = ANY(:types))
                 AND (:partner::text IS NULL OR r.partner = :partner)
              """,
              Strength.SQL);

  private final Jdbi jdbi;
  private final Strength strength;

  Reach(Jdbi jdbi, Strength strength) {
    this.jdbi = jdbi;
    this.strength = strength;
  }

  /**
   * How far, and over what.
   *
   * @param depth the most steps
   * @param types empty for all
   * @param on the day on which the relationships are in force
   * @param limit the most that are met
   */
  public record Bounds(int depth, Set<RelationshipType> types, LocalDate on, int limit) {}

  /**
   * Somebody who is met.
   *
   * @param distance the fewest steps
   * @param strength of the strongest of the paths of so many steps
   * @param via whom one comes from on it
   * @param forward from the relationship's {@code from} to its {@code to}
   */
  public record Met(
      Being being,
      int distance,
      double strength,
      UUID via,
      UUID relationship,
      RelationshipType type,
      boolean forward) {

    /** What it is to whom one comes from. */
    public String is() {
      return forward ? type.name() : type.inverse();
    }
  }

  /**
   * @param met the nearest first, of equally near ones the strongest
   * @param truncated there are more than was asked for
   */
  public record Network(List<Met> met, boolean truncated) {}

  private record Start(UUID being, double strength) {}

  private record Row(
      UUID id,
      boolean isCustomer,
      UUID via,
      UUID relationship,
      RelationshipType type,
      boolean forward,
      double strength) {

    Met met(int distance) {
      return new Met(
          new Being(id, isCustomer), distance, strength, via, relationship, type, forward);
    }
  }

  public Network from(UUID start, Bounds bounds, Viewer viewer) {
    List<Met> all = new ArrayList<>();
    Set<UUID> seen = new LinkedHashSet<>(Set.of(start));
    List<Start> last = List.of(new Start(start, 1));
    for (int distance = 1; distance <= bounds.depth() && !last.isEmpty(); distance++) {
      int left = bounds.limit() - all.size();
      List<Met> next = step(last, seen, distance, bounds, viewer, left + 1);
      boolean truncated = next.size() > left;
      List<Met> met = truncated ? next.subList(0, left) : next;
      met.forEach(one -> seen.add(one.being().id()));
      all.addAll(met);
      if (truncated) {
        return new Network(all, true);
      }
      last = met.stream().map(one -> new Start(one.being().id(), one.strength())).toList();
    }
    return new Network(all, false);
  }

  private List<Met> step(
      List<Start> last, Set<UUID> seen, int distance, Bounds bounds, Viewer viewer, int limit) {
    Columns<Start> columns = Columns.of(last);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(STEP)
                .bind("beings", columns.uuids(Start::being))
                .bind("strengths", columns.texts(Start::strength))
                .bind("seen", seen.toArray(UUID[]::new))
                .bind("on", bounds.on())
                .bind("halfLife", strength.halfLifeDays())
                .bindByType("types", Relationships.names(bounds.types()), String[].class)
                .bindByType("partner", viewer.partner(), String.class)
                .bind("limit", limit)
                .mapTo(Row.class)
                .map(row -> row.met(distance))
                .list());
  }
}
