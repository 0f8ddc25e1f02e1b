package io.github.langgan.stack.load.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.langgan.stack.launcher.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingFileTest {

  @TempDir Path folder;

  @Test
  void the_mapping_of_online_retail_comes_along() {
    TransactionMapping mapping = MappingFile.find("online-retail").as(TransactionMapping.class);

    assertThat(mapping.columns()).contains("InvoiceNo", "CustomerID", "UnitPrice");
    assertThat(mapping.windowOrUsual()).isEqualTo(1_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "channel":                             | "chanel":                       | chanel
          "externalId": {"column": "InvoiceNo"}, | ~~                              | needs externalId
          {"value": "GBP"}                       | {}                              | /currency: needs either a column or a value
          "source": "online-retail",             | ~~                              | needs a source
          "zone": "Europe/London"                | "zone": "Europe/Londn"          | no zone 'Europe/Londn'
          , "zone": "Europe/London"              | ~~                              | needs a zone
          "externalIdPrefix": "C",               | ~~                              | returns need
          """)
  void what_is_wrong_in_a_mapping_is_said(String right, String wrong, String message) {
    String text = MappingFile.find("online-retail").text();
    assertThat(text).contains(right);
    MappingFile file = new MappingFile("ours", text.replace(right, wrong));

    assertThatThrownBy(() -> file.as(TransactionMapping.class))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(message);
  }

  @Test
  void a_file_without_the_columns_is_refused() throws IOException {
    Path csv = Files.writeString(folder.resolve("other.csv"), "InvoiceNo;Stock\n1;2\n");
    TransactionMapping mapping = MappingFile.find("online-retail").as(TransactionMapping.class);

    assertThatThrownBy(() -> mapping.open(csv))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("has no column")
        .hasMessageContaining("it has InvoiceNo;Stock");
  }

  @Test
  void a_mapping_that_is_nowhere_is_refused() {
    assertThatThrownBy(() -> MappingFile.find("onlineretail"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("online-retail");
  }
}
