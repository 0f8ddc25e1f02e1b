package io.github.langgan.customer.model;

import java.util.List;
import org.jdbi.v3.core.result.RowView;

/** The columns of a contact, whoever's it is. */
public final class ContactRow {

  private ContactRow() {}

  public static Contact read(RowView row) {
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
