package io.github.langgan.customer.model.network;

import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.ContactRow;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.CustomerName;
import io.github.langgan.customer.model.Identifier;
import io.github.langgan.customer.model.Particulars;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Puts parties together from one row per contact, identifier and role. */
final class PartyRows {

  private static final int CONTACT = 1;
  private static final int IDENTIFIER = 2;
  private static final int ROLE = 3;

  private PartyRows() {}

  static List<Party> read(Query query) {
    return query.reduceRows(new LinkedHashMap<UUID, Row>(), PartyRows::add).values().stream()
        .map(Row::party)
        .toList();
  }

  private static LinkedHashMap<UUID, Row> add(LinkedHashMap<UUID, Row> read, RowView row) {
    read.computeIfAbsent(row.getColumn("id", UUID.class), id -> Row.of(row)).add(row);
    return read;
  }

  private record Row(
      UUID id,
      int version,
      CustomerKind kind,
      CustomerName name,
      @Nullable UUID customerId,
      @Nullable UUID customerNow,
      @Nullable String partner,
      Instant registeredAt,
      Instant changedAt,
      List<Contact> contacts,
      List<Identifier> identifiers,
      List<HeldRole> roles) {

    static Row of(RowView row) {
      return new Row(
          row.getColumn("id", UUID.class),
          row.getColumn("version", Integer.class),
          CustomerKind.valueOf(row.getColumn("kind", String.class)),
          new CustomerName(
              row.getColumn("full_name", String.class),
              row.getColumn("given_name", String.class),
              row.getColumn("family_name", String.class)),
          row.getColumn("customer_id", UUID.class),
          row.getColumn("customer_now", UUID.class),
          row.getColumn("partner", String.class),
          row.getColumn("registered_at", Instant.class),
          row.getColumn("changed_at", Instant.class),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>());
    }

    void add(RowView row) {
      @Nullable Integer part = row.getColumn("part", Integer.class);
      if (part == null) {
        return;
      }
      switch (part) {
        case CONTACT -> contacts.add(ContactRow.read(row));
        case IDENTIFIER ->
            identifiers.add(
                new Identifier(
                    row.getColumn("identifier_source", String.class),
                    row.getColumn("value", String.class)));
        case ROLE ->
            roles.add(
                new HeldRole(
                    PartyRole.valueOf(row.getColumn("type", String.class)),
                    new Period(
                        row.getColumn("role_from", LocalDate.class),
                        row.getColumn("role_until", LocalDate.class))));
        default -> throw new IllegalStateException("part " + part);
      }
    }

    Party party() {
      Particulars said =
          new Particulars(kind, name, null, null, null, null, contacts, identifiers, List.of());
      return new Party(
          new PartyId(id),
          version,
          new PartyDetails(said, roles, customer(customerId)),
          customer(customerNow),
          partner,
          registeredAt,
          changedAt);
    }

    private static @Nullable CustomerId customer(@Nullable UUID id) {
      return id == null ? null : new CustomerId(id);
    }
  }
}
