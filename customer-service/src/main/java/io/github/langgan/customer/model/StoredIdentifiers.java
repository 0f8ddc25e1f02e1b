package io.github.langgan.customer.model;

import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The identifiers of customers that are stored already. */
@Singleton
public class StoredIdentifiers {

  /** In one order by all, so that two batches wait for each other in one direction only. */
  private static final String ADD =
      """
      INSERT INTO customer_identifier (customer_id, position, source, value, shared_by,
                                       since_version, since_record, came_for)
      SELECT customer_id, position, source, value, CASE WHEN shared THEN customer_id END,
             since_version, since_record, came_for
        FROM unnest(:customers::uuid[], :positions::int[], :sources::text[], :values::text[],
                    :shared::boolean[], :since::int[], :sinceRecords::uuid[], :cameFor::uuid[])
             WITH ORDINALITY AS new (customer_id, position, source, value, shared, since_version,
                                      since_record, came_for, n)
       ORDER BY source, value, n
      ON CONFLICT (source, value, shared_by) DO NOTHING
      RETURNING customer_id
      """;

  private static final String HOLDERS =
      """
      SELECT i.source, i.value, c.id, c.version, said.partner
        FROM unnest(:sources::text[], :values::text[]) AS named (source, value)
        JOIN customer_identifier i
          ON i.source = named.source AND i.value = named.value AND i.shared_by IS NULL
        JOIN customer c ON c.id = i.customer_id
        JOIN customer said ON said.id = coalesce(i.came_for, i.customer_id)
      """;

  private final SharedSources sharedSources;

  StoredIdentifiers(SharedSources sharedSources) {
    this.sharedSources = sharedSources;
  }

  /**
   * Adds the identifiers that no other customer has, of several equal ones the first, and tells
   * which customers went without one of theirs.
   */
  public Set<CustomerId> add(
      Handle handle, Collection<Customer> customers, Since<Identifier> since) {
    List<Part<Identifier>> parts = Part.of(customers, Particulars::identifiers, since);
    if (parts.isEmpty()) {
      return Set.of();
    }
    Columns<Part<Identifier>> columns = Columns.of(parts);
    Map<UUID, Integer> added = new HashMap<>();
    handle
        .createQuery(ADD)
        .bind("customers", columns.uuids(Part::customer))
        .bind("positions", columns.ints(Part::position))
        .bind("sources", columns.texts(part -> part.value().source()))
        .bind("values", columns.texts(part -> part.value().value()))
        .bind("shared", columns.booleans(part -> sharedSources.share(part.value())))
        .bind("since", columns.ints(Part::sinceVersion))
        .bind("sinceRecords", columns.uuids(Part::sinceRecord))
        .bind("cameFor", columns.uuids(part -> part.brought().cameFor()))
        .mapTo(UUID.class)
        .forEach(customer -> added.merge(customer, 1, Integer::sum));
    Set<CustomerId> refused = new HashSet<>();
    for (Customer customer : customers) {
      int wanted = customer.particulars().identifiers().size();
      if (added.getOrDefault(customer.id().value(), 0) < wanted) {
        refused.add(customer.id());
      }
    }
    return refused;
  }

  /** Those of the identifiers that a customer has for itself, and who that is. */
  public Map<Identifier, Holder> holders(Handle handle, Collection<Identifier> identifiers) {
    Columns<Identifier> columns = Columns.of(identifiers);
    Map<Identifier, Holder> holders = new HashMap<>();
    handle
        .createQuery(HOLDERS)
        .bind("sources", columns.texts(Identifier::source))
        .bind("values", columns.texts(Identifier::value))
        .map(
            (row, context) ->
                holders.put(
                    new Identifier(row.getString("source"), row.getString("value")),
                    new Holder(
                        new CustomerId(row.getObject("id", UUID.class)),
                        row.getInt("version"),
                        row.getString("partner"))))
        .list();
    return holders;
  }

  /** Tells since when each was known. */
  public Since<Identifier> remove(Handle handle, CustomerId customer) {
    return read(
        handle,
        "DELETE FROM customer_identifier WHERE customer_id = :customer"
            + " RETURNING source, value, since_version, since_record, came_for",
        customer);
  }

  public Since<Identifier> of(Handle handle, CustomerId customer) {
    return read(
        handle,
        "SELECT source, value, since_version, since_record, came_for"
            + " FROM customer_identifier WHERE customer_id = :customer",
        customer);
  }

  private static Since<Identifier> read(Handle handle, String sql, CustomerId customer) {
    Map<Identifier, Brought> removed = new HashMap<>();
    handle
        .createQuery(sql)
        .bind("customer", customer.value())
        .map(
            (row, context) ->
                removed.put(
                    new Identifier(row.getString("source"), row.getString("value")),
                    Brought.of(
                        customer.value(),
                        row.getObject("since_record", UUID.class),
                        row.getInt("since_version"),
                        row.getObject("came_for", UUID.class))))
        .list();
    return new Since<>(removed);
  }
}
