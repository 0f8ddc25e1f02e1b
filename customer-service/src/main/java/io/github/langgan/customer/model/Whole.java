package io.github.langgan.customer.model;

import java.util.Map;
import org.jdbi.v3.core.result.RowView;

/** A customer as it is read. */
record Whole(CustomerRow row, ParticularsRow said, Parts parts) {

  static Whole of(RowView row) {
    return new Whole(row.getRow(CustomerRow.class), row.getRow(ParticularsRow.class), Parts.none());
  }

  Customer customer() {
    return row.with(said.with(parts));
  }

  Origins origins(Map<Integer, Provenance> versions) {
    return new Origins(
        versions, row.since(said), parts.contacts(), parts.identifiers(), parts.notes());
  }
}
