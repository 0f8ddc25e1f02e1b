package io.github.langgan.customer.registration.importing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rows of a piece of a CSV file, as they were counted. */
final class CsvText {

  private static final CsvReader.CsvReaderBuilder CSV =
      CsvReader.builder()
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
          .missingFieldStrategy(FieldMismatchStrategy.IGNORE);

  private CsvText() {}

  static List<CsvRecord> rows(Piece piece) {
    // a row has fewer cells than bytes; the reader would throw at 16,384
    CsvRecordHandler handler = CsvRecordHandler.of(limits -> limits.maxFields(Pieces.LONGEST_ROW));
    return CSV.build(handler, new String(piece.content(), StandardCharsets.UTF_8)).stream()
        .toList();
  }
}
