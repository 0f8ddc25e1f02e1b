package io.github.langgan.customer.registration.importing;

import io.github.langgan.customer.registration.importing.ImportResults.Lines;
import io.github.langgan.customer.representation.FileFormat;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes results as they are asked for, to a file that is whole only when it was ended. */
interface ResultWriter {

  static ResultWriter of(FileFormat format, OutputStream out) {
    return switch (format) {
      case CSV -> new CsvResultWriter(out);
      case NDJSON -> new LineResultWriter(out);
    };
  }

  /**
   * @param outcome of the rows to write; null for all
   */
  void write(Lines piece, @Nullable RowOutcome outcome) throws IOException;

  void end() throws IOException;
}
