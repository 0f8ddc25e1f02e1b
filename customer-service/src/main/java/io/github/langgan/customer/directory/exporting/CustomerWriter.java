package io.github.langgan.customer.directory.exporting;

import io.github.langgan.customer.model.Customer;
import java.io.IOException;

/** Writes customers to a file, which is whole only when it was ended. */
interface CustomerWriter {

  void write(Customer customer);

  void end() throws IOException;
}
