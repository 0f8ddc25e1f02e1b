package io.github.langgan.customer.model;

import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The notes of customers that are stored already. */
@Singleton
public class StoredNotes {

  private static final String ADD =
      """
      INSERT INTO customer_note (customer_id, position, label, text, since_version,
                                 since_record, came_for)
      SELECT customer_id, position, label, text, since_version, since_record, came_for
        FROM unnest(:customers::uuid[], :positions::int[], :labels::text[], :texts::text[],
                    :since::int[], :sinceRecords::uuid[], :cameFor::uuid[])
             AS new (customer_id, position, label, text, since_version, since_record, came_for)
      """;

  public void add(Handle handle, Collection<Customer> customers, Since<Note> since) {
    List<Part<Note>> parts = Part.of(customers, Particulars::notes, since);
    if (parts.isEmpty()) {
      return;
    }
    Columns<Part<Note>> columns = Columns.of(parts);
    handle
        .createUpdate(ADD)
        .bind("customers", columns.uuids(Part::customer))
        .bind("positions", columns.ints(Part::position))
        .bind("labels", columns.texts(part -> part.value().label()))
        .bind("texts", columns.texts(part -> part.value().text()))
        .bind("since", columns.ints(Part::sinceVersion))
        .bind("sinceRecords", columns.uuids(Part::sinceRecord))
        .bind("cameFor", columns.uuids(part -> part.brought().cameFor()))
        .execute();
  }

  /** Tells since when each was known. */
  public Since<Note> remove(Handle handle, CustomerId customer) {
    return read(
        handle,
        "DELETE FROM customer_note WHERE customer_id = :customer"
            + " RETURNING label, text, since_version, since_record, came_for",
        customer);
  }

  public Since<Note> of(Handle handle, CustomerId customer) {
    return read(
        handle,
        "SELECT label, text, since_version, since_record, came_for"
            + " FROM customer_note WHERE customer_id = :customer",
        customer);
  }

  private static Since<Note> read(Handle handle, String sql, CustomerId customer) {
    Map<Note, Brought> removed = new HashMap<>();
    handle
        .createQuery(sql)
        .bind("customer", customer.value())
        .map(
            (row, context) ->
                removed.put(
                    new Note(row.getString("label"), row.getString("text")),
                    Brought.of(
                        customer.value(),
                        row.getObject("since_record", UUID.class),
                        row.getInt("since_version"),
                        row.getObject("came_for", UUID.class))))
        .list();
    return new Since<>(removed);
  }
}
