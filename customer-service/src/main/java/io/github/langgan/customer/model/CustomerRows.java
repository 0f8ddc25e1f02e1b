package io.github.langgan.customer.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Puts customers together from one row per contact, identifier and note. */
final class CustomerRows {

  private static final int CONTACT = 1;
  private static final int IDENTIFIER = 2;
  private static final int NOTE = 3;

  private record Whole(
      CustomerRow row, List<Contact> contacts, List<Identifier> identifiers, List<Note> notes) {

    static Whole of(CustomerRow row) {
      return new Whole(row, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    Customer customer() {
      return row.with(contacts, identifiers, notes);
    }
  }

  private CustomerRows() {}

  static List<Customer> read(Query query) {
    return query.reduceRows(new LinkedHashMap<UUID, Whole>(), CustomerRows::add).values().stream()
        .map(Whole::customer)
        .toList();
  }

  private static LinkedHashMap<UUID, Whole> add(LinkedHashMap<UUID, Whole> read, RowView row) {
    Whole customer =
        read.computeIfAbsent(
            row.getColumn("id", UUID.class), id -> Whole.of(row.getRow(CustomerRow.class)));
    @Nullable Integer part = row.getColumn("part", Integer.class);
    if (part == null) {
      return read;
    }
    switch (part) {
      case CONTACT -> customer.contacts().add(contact(row));
      case IDENTIFIER ->
          customer
              .identifiers()
              .add(new Identifier(text(row, "identifier_source"), text(row, "value")));
      case NOTE ->
          customer.notes().add(new Note(row.getColumn("label", String.class), text(row, "value")));
      default -> throw new IllegalStateException("part " + part);
    }
    return read;
  }

  static Contact contact(RowView row) {
    return switch (ContactType.valueOf(text(row, "type"))) {
      case EMAIL -> new EmailAddress(text(row, "value"));
      case PHONE -> new PhoneNumber(text(row, "value"));
      case POSTAL ->
          new PostalAddress(
              List.of(row.getColumn("address_lines", String[].class)),
              row.getColumn("locality", String.class),
              row.getColumn("region", String.class),
              row.getColumn("postal_code", String.class),
              text(row, "country"));
    };
  }

  private static String text(RowView row, String column) {
    return row.getColumn(column, String.class);
  }
}
