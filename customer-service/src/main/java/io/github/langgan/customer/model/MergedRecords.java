package io.github.langgan.customer.model;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The records that were merged into others. */
@Singleton
public class MergedRecords {

  private static final String CONTACTS =
      """
      SELECT type, value, address_lines, locality, region, postal_code, country, came_for
        FROM customer_contact WHERE customer_id = :id AND came_for IS NOT NULL
      """;

  private static final String IDENTIFIERS =
      """
      SELECT source, value, came_for
        FROM customer_identifier WHERE customer_id = :id AND came_for IS NOT NULL
      """;

  private static final String NOTES =
      """
      SELECT label, text, came_for
        FROM customer_note WHERE customer_id = :id AND came_for IS NOT NULL
      """;

  private final Jdbi jdbi;

  MergedRecords(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Until the transaction ends nothing is merged or split. To be called before rows are locked. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void waitForMerges() {
    jdbi.useHandle(
        handle ->
            handle.execute("SELECT pg_advisory_xact_lock(hashtextextended('merge-customers', 0))"));
  }

  public MergedParts partsOf(CustomerId survivor) {
    return jdbi.withHandle(
        handle -> {
          List<UUID> records =
              handle
                  .createQuery("SELECT id FROM customer WHERE merged_into = :id ORDER BY id")
                  .bind("id", survivor.value())
                  .mapTo(UUID.class)
                  .list();
          return records.isEmpty()
              ? MergedParts.none()
              : new MergedParts(
                  records,
                  contacts(handle, survivor),
                  identifiers(handle, survivor),
                  notes(handle, survivor));
        });
  }

  /** The record itself: of a merged one, as it was then. */
  public Customer record(CustomerId id) {
    return jdbi.withHandle(handle -> Customers.record(handle, id));
  }

  private static Map<Contact, UUID> contacts(Handle handle, CustomerId survivor) {
    return handle
        .createQuery(CONTACTS)
        .bind("id", survivor.value())
        .reduceRows(
            (Map<Contact, UUID>) new HashMap<Contact, UUID>(),
            (contacts, row) -> {
              contacts.put(ContactRow.read(row), row.getColumn("came_for", UUID.class));
              return contacts;
            });
  }

  private static Map<Note, UUID> notes(Handle handle, CustomerId survivor) {
    Map<Note, UUID> notes = new HashMap<>();
    handle
        .createQuery(NOTES)
        .bind("id", survivor.value())
        .map(
            (row, context) ->
                notes.put(
                    new Note(row.getString("label"), row.getString("text")),
                    row.getObject("came_for", UUID.class)))
        .list();
    return notes;
  }

  private static Map<Identifier, UUID> identifiers(Handle handle, CustomerId survivor) {
    Map<Identifier, UUID> identifiers = new HashMap<>();
    handle
        .createQuery(IDENTIFIERS)
        .bind("id", survivor.value())
        .map(
            (row, context) ->
                identifiers.put(
                    new Identifier(row.getString("source"), row.getString("value")),
                    row.getObject("came_for", UUID.class)))
        .list();
    return identifiers;
  }
}
