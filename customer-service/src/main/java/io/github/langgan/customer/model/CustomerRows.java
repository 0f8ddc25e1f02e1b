package io.github.langgan.customer.model;

import java.util.Collection;
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

  private CustomerRows() {}

  static List<Customer> read(Query query) {
    return whole(query).stream().map(Whole::customer).toList();
  }

  static Collection<Whole> whole(Query query) {
    return query.reduceRows(new LinkedHashMap<UUID, Whole>(), CustomerRows::add).values();
  }

  private static LinkedHashMap<UUID, Whole> add(LinkedHashMap<UUID, Whole> read, RowView row) {
    Whole customer =
        read.computeIfAbsent(
            row.getColumn("id", UUID.class), id -> Whole.of(row.getRow(CustomerRow.class)));
    add(customer, row);
    return read;
  }

  static void add(Whole customer, RowView row) {
    @Nullable Integer part = row.getColumn("part", Integer.class);
    if (part == null) {
      return;
    }
    int since = row.getColumn("since_version", Integer.class);
    switch (part) {
      case CONTACT -> customer.contacts().put(contact(row), since);
      case IDENTIFIER ->
          customer
              .identifiers()
              .put(new Identifier(text(row, "identifier_source"), text(row, "value")), since);
      case NOTE ->
          customer
              .notes()
              .put(new Note(row.getColumn("label", String.class), text(row, "value")), since);
      default -> throw new IllegalStateException("part " + part);
    }
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
