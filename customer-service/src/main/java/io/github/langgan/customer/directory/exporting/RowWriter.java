package io.github.langgan.customer.directory.exporting;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.SelectionShape;
import java.io.IOException;
import java.io.OutputStream;

/** A CSV file that can be imported as it is. */
final class RowWriter implements CustomerWriter {

  private final SelectionShape shape;
  private final CsvWriter csv;

  RowWriter(SelectionShape shape, OutputStream out) {
    this.shape = shape;
    this.csv = CsvWriter.builder().build(out);
    csv.writeRecord(CustomerCells.header(shape));
  }

  @Override
  public void write(Customer customer) {
    csv.writeRecord(CustomerCells.of(shape, customer));
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
