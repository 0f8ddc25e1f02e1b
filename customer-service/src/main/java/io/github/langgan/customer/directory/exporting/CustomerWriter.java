package io.github.langgan.customer.directory.exporting;

import io.github.langgan.customer.model.Customer;
import java.io.Closeable;

/** Writes customers to a file. */
interface CustomerWriter extends Closeable {

  void write(Customer customer);
}
