package io.github.langgan.customer.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;

/** Puts customers together from one row per contact, identifier and note. */
final class CustomerRows {

  private CustomerRows() {}

  static List<Customer> read(Query query) {
    return whole(query).stream().map(Whole::customer).toList();
  }

  static Collection<Whole> whole(Query query) {
    return query.reduceRows(new LinkedHashMap<UUID, Whole>(), CustomerRows::add).values();
  }

  private static LinkedHashMap<UUID, Whole> add(LinkedHashMap<UUID, Whole> read, RowView row) {
    read.computeIfAbsent(row.getColumn("id", UUID.class), id -> Whole.of(row)).parts().add(row);
    return read;
  }
}
