package io.github.langgan.customer.directory.exporting;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.SelectionShape;
import io.github.langgan.customer.representation.CsvFile;
import io.github.langgan.customer.representation.FileFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A CSV file that can be imported as it is. */
final class RowWriter implements CustomerWriter {

  private final SelectionShape shape;
  private final CsvWriter csv;

  RowWriter(SelectionShape shape, OutputStream out) {
    this.shape = shape;
    this.csv = CsvFile.writer(out);
    csv.writeRecord(header(shape));
  }

  private static List<String> header(SelectionShape shape) {
    List<String> header = CustomerCells.header(shape);
    if (header.size() > FileFormat.MOST_COLUMNS) {
      throw Problem.of(
          Problems.NOT_ACCEPTABLE,
          "CSV would take %,d columns, more than %,d; NDJSON (%s) takes them"
              .formatted(header.size(), FileFormat.MOST_COLUMNS, FileFormat.NDJSON_TYPE));
    }
    return header;
  }

  @Override
  public void write(Customer customer) {
    csv.writeRecord(CustomerCells.of(shape, customer));
  }

  @Override
  public void end() throws IOException {
    csv.close();
  }
}
