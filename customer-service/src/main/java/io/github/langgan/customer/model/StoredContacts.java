package io.github.langgan.customer.model;

import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The contacts of customers that are stored already. */
@Singleton
public class StoredContacts {

  private static final String ADD =
      """
      INSERT INTO customer_contact (customer_id, position, type, value, lookup_key, address_lines,
                                    locality, region, postal_code, country, since_version,
                                    since_record, came_for)
      SELECT customer_id, position, type, value, lookup_key, string_to_array(lines, chr(10)),
             locality, region, postal_code, country, since_version, since_record,
             came_for
        FROM unnest(:customers::uuid[], :positions::int[], :types::text[], :values::text[],
                    :lookupKeys::text[], :lines::text[], :localities::text[], :regions::text[],
                    :postalCodes::text[], :countries::text[], :since::int[],
                    :sinceRecords::uuid[], :cameFor::uuid[])
             AS new (customer_id, position, type, value, lookup_key, lines, locality, region,
                     postal_code, country, since_version, since_record, came_for)
      """;

  private static final String REMOVE =
      """
      DELETE FROM customer_contact WHERE customer_id = :customer
      RETURNING type, value, address_lines, locality, region, postal_code, country, since_version,
                since_record, came_for
      """;

  private static final String OF =
      """
      SELECT type, value, address_lines, locality, region, postal_code, country, since_version,
             since_record, came_for
        FROM customer_contact WHERE customer_id = :customer
      """;

  public void add(Handle handle, Collection<Customer> customers, Since<Contact> since) {
    List<Part<Contact>> parts = Part.of(customers, Particulars::contacts, since);
    if (parts.isEmpty()) {
      return;
    }
    Columns<Part<Contact>> columns = Columns.of(parts);
    handle
        .createUpdate(ADD)
        .bind("customers", columns.uuids(Part::customer))
        .bind("positions", columns.ints(Part::position))
        .bind("types", columns.texts(part -> part.value().type()))
        .bind("values", columns.texts(part -> part.value().value()))
        .bind("lookupKeys", columns.texts(part -> part.value().lookupKey()))
        .bind("lines", columns.texts(postal(address -> String.join("\n", address.lines()))))
        .bind("localities", columns.texts(postal(PostalAddress::locality)))
        .bind("regions", columns.texts(postal(PostalAddress::region)))
        .bind("postalCodes", columns.texts(postal(PostalAddress::postalCode)))
        .bind("countries", columns.texts(postal(PostalAddress::country)))
        .bind("since", columns.ints(Part::sinceVersion))
        .bind("sinceRecords", columns.uuids(Part::sinceRecord))
        .bind("cameFor", columns.uuids(part -> part.brought().cameFor()))
        .execute();
  }

  /** Tells since when each was known. */
  public Since<Contact> remove(Handle handle, CustomerId customer) {
    return read(handle, REMOVE, customer);
  }

  public Since<Contact> of(Handle handle, CustomerId customer) {
    return read(handle, OF, customer);
  }

  private static Since<Contact> read(Handle handle, String sql, CustomerId customer) {
    return new Since<>(
        handle
            .createQuery(sql)
            .bind("customer", customer.value())
            .reduceRows(
                (Map<Contact, Brought>) new HashMap<Contact, Brought>(),
                (removed, row) -> {
                  removed.put(
                      ContactRow.read(row),
                      Brought.of(
                          customer.value(),
                          row.getColumn("since_record", UUID.class),
                          row.getColumn("since_version", Integer.class),
                          row.getColumn("came_for", UUID.class)));
                  return removed;
                }));
  }

  private static Function<Part<Contact>, @Nullable String> postal(
      Function<PostalAddress, @Nullable String> column) {
    return part -> part.value() instanceof PostalAddress address ? column.apply(address) : null;
  }
}
