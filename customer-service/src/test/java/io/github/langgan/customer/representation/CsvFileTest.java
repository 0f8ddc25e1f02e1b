package io.github.langgan.customer.representation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CsvFileTest {

  @Test
  void what_begins_behind_another_separator_is_no_cell_of_its_own() throws IOException {
    assertThat(written("ring twice;=1+1", "a\t@b", "a, b", "say \"hi\"", "plain", ""))
        .isEqualTo("\"ring twice;=1+1\",\"a\t@b\",\"a, b\",\"say \"\"hi\"\"\",plain,\r\n");
  }

  private static String written(String... cells) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (CsvWriter csv = CsvFile.writer(file)) {
      csv.writeRecord(cells);
    }
    return file.toString(UTF_8);
  }
}
