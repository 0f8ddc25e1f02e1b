package io.github.langgan.customer.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** What a customer may have several of: each with the version that brought it, in order. */
record Parts(
    UUID owner,
    Map<Contact, Origin> contacts,
    Map<Identifier, Origin> identifiers,
    Map<Note, Origin> notes) {

  private static final int CONTACT = 1;
  private static final int IDENTIFIER = 2;
  private static final int NOTE = 3;

  static Parts noneOf(UUID owner) {
    return new Parts(owner, new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  /** The row holds a part, or none. */
  void add(RowView row) {
    @Nullable Integer part = row.getColumn("part", Integer.class);
    if (part == null) {
      return;
    }
    @Nullable UUID record = row.getColumn("since_record", UUID.class);
    Origin since =
        new Origin(record == null ? owner : record, row.getColumn("since_version", Integer.class));
    switch (part) {
      case CONTACT -> contacts.put(ContactRow.read(row), since);
      case IDENTIFIER ->
          identifiers.put(
              new Identifier(text(row, "identifier_source"), text(row, "value")), since);
      case NOTE ->
          notes.put(new Note(row.getColumn("label", String.class), text(row, "value")), since);
      default -> throw new IllegalStateException("part " + part);
    }
  }

  private static String text(RowView row, String column) {
    return row.getColumn(column, String.class);
  }
}
