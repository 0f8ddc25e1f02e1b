package io.github.langgan.customer.representation;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.OutputStream;

/**
 * CSV as we write it. Cells with a semicolon or a tab are quoted, too: where one of these separates
 * cells, what follows it would be a cell of its own, without the apostrophe of {@link SafeCell}.
 */
public final class CsvFile {

  private static final QuoteStrategy QUOTES =
      new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int cell, String text) {
          return text.indexOf(';') >= 0 || text.indexOf('\t') >= 0;
        }
      };

  private CsvFile() {}

  public static CsvWriter writer(OutputStream out) {
    return CsvWriter.builder().quoteStrategy(QUOTES).build(out);
  }
}
