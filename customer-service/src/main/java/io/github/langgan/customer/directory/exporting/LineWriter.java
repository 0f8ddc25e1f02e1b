package io.github.langgan.customer.directory.exporting;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.representation.CustomerView;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** In each line a customer as {@code GET /v1/customers/{id}} answers it. */
record LineWriter(SequenceWriter lines) implements CustomerWriter {

  static LineWriter of(ObjectMapper mapper, OutputStream out) throws IOException {
    return new LineWriter(
        mapper
            .writerFor(CustomerView.class)
            .without(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)
            .withRootValueSeparator("\n")
            .writeValues(out));
  }

  @Override
  public void write(Customer customer) {
    try {
      lines.write(CustomerView.from(customer));
    } catch (IOException receiverLost) {
      throw new UncheckedIOException(receiverLost);
    }
  }

  @Override
  public void end() throws IOException {
    lines.close();
  }
}
