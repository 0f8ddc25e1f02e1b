package io.github.langgan.customer.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Puts customers together from one row per contact and identifier. */
final class CustomerRows {

  private static final int CONTACT = 1;

  private record Whole(CustomerRow row, List<Contact> contacts, List<Identifier> identifiers) {}

  private CustomerRows() {}

  static List<Customer> read(Query query) {
    return query.reduceRows(new LinkedHashMap<UUID, Whole>(), CustomerRows::add).values().stream()
        .map(whole -> whole.row().with(whole.contacts(), whole.identifiers()))
        .toList();
  }

  private static LinkedHashMap<UUID, Whole> add(LinkedHashMap<UUID, Whole> read, RowView row) {
    Whole customer =
        read.computeIfAbsent(
            row.getColumn("id", UUID.class),
            id -> new Whole(row.getRow(CustomerRow.class), new ArrayList<>(), new ArrayList<>()));
    @Nullable Integer part = row.getColumn("part", Integer.class);
    if (part != null && part == CONTACT) {
      customer.contacts().add(contact(row));
    } else if (part != null) {
      customer
          .identifiers()
          .add(new Identifier(text(row, "identifier_source"), text(row, "value")));
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
