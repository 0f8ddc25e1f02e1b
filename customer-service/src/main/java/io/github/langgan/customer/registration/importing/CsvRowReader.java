package io.github.langgan.customer.registration.importing;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.langgan.chassis.json.StrictJson;
import io.github.langgan.chassis.problem.FieldError;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.customer.registration.RegisterCustomer;
import io.github.langgan.customer.registration.importing.CsvColumn.Meaning;
import io.github.langgan.customer.representation.NameBody;
import io.github.langgan.customer.representation.SourceBody;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file.
 *
 * @param usual where rows come from that don't say it
 */
record CsvRowReader(CsvHeader header, SourceBody usual, StrictJson json) implements RowReader {

  private static final Pattern PART = Pattern.compile("[01](\\.\\d{1,9})?");
  private static final String USUAL_KIND = "PERSON";

  @Override
  public List<ReadRow> read(Piece piece) {
    List<ReadRow> rows = new ArrayList<>(piece.rows());
    for (CsvRecord row : CsvText.rows(piece)) {
      rows.add(row(piece.firstLine() + row.getStartingLineNumber() - 1, row));
    }
    return rows;
  }

  private ReadRow row(long line, CsvRecord row) {
    int wanted = header.columns().size();
    if (row.getFieldCount() != wanted) {
      String fault = "Line %d has %d cells, the header %d";
      return new ReadRow.Bad(
          line, Problem.of(Problems.MALFORMED, fault.formatted(line, row.getFieldCount(), wanted)));
    }
    CsvRow cells = new CsvRow(header, row.getFields());
    try {
      return new ReadRow.Good(line, json.valid(body(cells)), problem -> located(problem, cells));
    } catch (Problem refused) {
      return new ReadRow.Bad(line, located(refused, cells));
    }
  }

  private static Problem located(Problem problem, CsvRow cells) {
    if (problem.errors().isEmpty()) {
      return problem;
    }
    Problem located = Problem.of(problem.type(), "The row holds values that are not acceptable");
    for (var extension : problem.extensions().entrySet()) {
      located = located.with(extension.getKey(), extension.getValue());
    }
    return located.withErrors(
        problem.errors().stream()
            .map(e -> new FieldError("/" + cells.title(e.pointer()), e.code(), e.message()))
            .toList());
  }

  private RegisterCustomer body(CsvRow cells) {
    @Nullable String kind = cells.value(Meaning.KIND);
    return new RegisterCustomer(
        kind == null ? USUAL_KIND : kind,
        new NameBody(
            cells.value(Meaning.FULL_NAME),
            cells.value(Meaning.GIVEN_NAME),
            cells.value(Meaning.FAMILY_NAME)),
        cells.value(Meaning.BIRTH_DATE),
        cells.value(Meaning.GENDER),
        cells.value(Meaning.OCCUPATION),
        cells.value(Meaning.LANGUAGE),
        cells.contacts(),
        cells.identifiers(),
        cells.notes(),
        source(cells));
  }

  /** Null when the row doesn't say it, so that nothing is to be read for each. */
  private @Nullable SourceBody source(CsvRow cells) {
    @Nullable String form = cells.value(Meaning.FORM);
    @Nullable String receivedAt = cells.value(Meaning.RECEIVED_AT);
    @Nullable String confidence = cells.value(Meaning.CONFIDENCE);
    return form == null && receivedAt == null && confidence == null
        ? null
        : new SourceBody(
            form == null ? usual.form() : form,
            receivedAt == null ? usual.receivedAt() : receivedAt,
            confidence == null ? null : number(confidence));
  }

  private static BigDecimal number(String confidence) {
    if (!PART.matcher(confidence).matches()) {
      throw Problem.invalid("/source/confidence", "number", "must be a number from 0 to 1");
    }
    return new BigDecimal(confidence);
  }
}
