package io.github.langgan.customer.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A contact, identifier or note on its way to its row.
 *
 * @param brought by which version of the customer, and for whom
 */
record Part<T>(UUID customer, int position, T value, Brought brought) {

  static <T> List<Part<T>> of(
      Collection<Customer> customers, Function<Particulars, List<T>> values, Since<T> since) {
    List<Part<T>> parts = new ArrayList<>(2 * customers.size());
    for (Customer customer : customers) {
      Origin current = new Origin(customer.id().value(), customer.version());
      int position = 0;
      for (T value : values.apply(customer.particulars())) {
        Brought brought = since.of(value, current);
        parts.add(new Part<>(customer.id().value(), position++, value, brought));
      }
    }
    return parts;
  }

  int sinceVersion() {
    return brought.origin().version();
  }

  /** Null for the customer's own. */
  @Nullable UUID sinceRecord() {
    UUID record = brought.origin().record();
    return record.equals(customer) ? null : record;
  }
}
