package io.github.langgan.customer.registration.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.github.langgan.chassis.problem.ProblemBody;
import io.github.langgan.customer.registration.importing.ImportResults.Lines;
import io.github.langgan.customer.representation.CsvFile;
import io.github.langgan.customer.representation.SafeCell;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One row for each. What is wrong with a row stands in one cell. */
final class CsvResultWriter implements ResultWriter {

  private final CsvWriter csv;

  CsvResultWriter(OutputStream out) {
    this.csv = CsvFile.writer(out);
    csv.writeRecord("row", "line", "outcome", "customerId", "problem", "detail", "errors");
  }

  @Override
  public void write(Lines piece, @Nullable RowOutcome outcome) {
    for (RowResult result : piece.results()) {
      if (outcome == null || outcome == result.outcome()) {
        write(result);
      }
    }
  }

  private void write(RowResult result) {
    ProblemBody problem = result.problem();
    csv.writeRecord(
        Long.toString(result.row()),
        Long.toString(result.line()),
        result.outcome().name(),
        result.customerId() == null ? "" : result.customerId().toString(),
        problem == null ? "" : problem.type(),
        problem == null || problem.detail() == null ? "" : SafeCell.write(problem.detail()),
        problem == null ? "" : SafeCell.write(errors(problem)));
  }

  private static String errors(ProblemBody problem) {
    return problem.errors().stream()
        .map(
            error ->
                error.pointer().substring(error.pointer().isEmpty() ? 0 : 1)
                    + " "
                    + error.message())
        .collect(Collectors.joining("; "));
  }

  @Override
  public void end() throws IOException {
    csv.close();
  }
}
