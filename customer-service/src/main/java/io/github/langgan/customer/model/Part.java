package io.github.langgan.customer.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * A contact or identifier on its way to its row.
 *
 * @param since the version of the customer that brought it
 */
record Part<T>(UUID customer, int position, T value, int since) {

  static <T> List<Part<T>> of(
      Collection<Customer> customers, Function<Particulars, List<T>> values, Since<T> since) {
    List<Part<T>> parts = new ArrayList<>(2 * customers.size());
    for (Customer customer : customers) {
      int position = 0;
      for (T value : values.apply(customer.particulars())) {
        int version = since.version(value, customer.version());
        parts.add(new Part<>(customer.id().value(), position++, value, version));
      }
    }
    return parts;
  }
}
