package io.github.langgan.stack.load.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.stack.load.csv.CsvFile;
import io.github.langgan.stack.load.grouping.ReadLine.Sale;
import io.github.langgan.stack.load.grouping.ReadLine.Unusable;
import io.github.langgan.stack.load.mapping.MappingFile;
import io.github.langgan.stack.load.mapping.TransactionMapping;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineReaderTest {

  private static final String HEADER =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

  @TempDir Path folder;

  @Test
  void a_purchase_is_read_with_its_local_time() {
    Sale sale =
        (Sale)
            read(
                "536365,85123A,\"WHITE, HOLDER \",6,2010-07-01 08:26:00,2.55,17850,United Kingdom");

    assertThat(sale.givenBack()).isFalse();
    assertThat(sale.name()).isEqualTo("WHITE, HOLDER");
    assertThat(sale.occurredAt()).isEqualTo(Instant.parse("2010-07-01T07:26:00Z"));
    assertThat(sale.amount()).isEqualByComparingTo("15.30");
    assertThat(sale.line()).isEqualTo(2);
  }

  @Test
  void a_cancellation_gives_back_a_positive_quantity_and_counts_negative() {
    Sale sale = (Sale) read("C536379,D,Discount,-2,2010-12-01 09:41:00,27.50,14527,United Kingdom");

    assertThat(sale.givenBack()).isTrue();
    assertThat(sale.quantity()).isEqualTo(2);
    assertThat(sale.amount()).isEqualByComparingTo("-55");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1,P,N,-5,2010-12-01 08:26:00,0.0,,UK          | negative quantity in a purchase       | 0
          A1,B,N,1,2010-12-01 08:26:00,-11062.06,,UK    | negative unit price                   | -11062.06
          C1,P,N,5,2010-12-01 08:26:00,1.0,,UK          | positive quantity in a return         | 5
          1,P,N,0,2010-12-01 08:26:00,1.0,,UK           | quantity is zero                      | 0
          1,P,N,1.5,2010-12-01 08:26:00,1.0,,UK         | quantity '1.5' is no whole number     |
          1,P,N,1,2010-12-01 08:26:00,1e3,,UK           | unit price '1e3' is no number         |
          1,P,N,1,2010-12-01 08:26:00,0.00001,,UK       | unit price has more than 4 decimals   | 0.00001
          1,P,N,1,yesterday,1.0,,UK                     | a time that can't be read             | 1
          1,,N,1,2010-12-01 08:26:00,1.0,,UK            | no product                            | 1
          ,P,N,1,2010-12-01 08:26:00,1.0,,UK            | no number of a transaction            | 1
          1,P,N,1,2010-12-01 08:26:00,1.0               | 6 fields instead of 8                 | 1
          """)
  void what_can_not_be_recorded_says_why_and_what_it_is_worth(
      String line, String reason, BigDecimal amount) {
    Unusable unusable = (Unusable) read(line);

    assertThat(unusable.reason()).isEqualTo(reason);
    if (amount == null) {
      assertThat(unusable.amount()).isNull();
    } else {
      assertThat(unusable.amount()).isEqualByComparingTo(amount);
    }
  }

  @Test
  void negative_quantities_of_purchases_may_become_returns_of_their_own() {
    String mapping = MappingFile.find("online-retail").text().replace("\"REJECT\"", "\"RETURN\"");
    Sale sale =
        (Sale)
            read(
                new MappingFile("ours", mapping), "536365,P,N,-5,2010-12-01 08:26:00,1.0,17850,UK");

    assertThat(sale.externalId()).isEqualTo("536365-R");
    assertThat(sale.givenBack()).isTrue();
    assertThat(sale.amount()).isEqualByComparingTo("-5");
  }

  @Test
  void returns_may_state_positive_quantities() {
    String mapping =
        MappingFile.find("online-retail").text().replace("\"NEGATIVE\"", "\"POSITIVE\"");
    Sale sale =
        (Sale) read(new MappingFile("ours", mapping), "C1,P,N,5,2010-12-01 08:26:00,1.0,17850,UK");

    assertThat(sale.givenBack()).isTrue();
    assertThat(sale.amount()).isEqualByComparingTo("-5");
  }

  private ReadLine read(String line) {
    return read(MappingFile.find("online-retail"), line);
  }

  private ReadLine read(MappingFile file, String line) {
    TransactionMapping mapping = file.as(TransactionMapping.class);
    try {
      Path csv = Files.writeString(folder.resolve("file.csv"), HEADER + "\n" + line + "\n");
      try (CsvFile lines = mapping.open(csv)) {
        return new LineReader(mapping).read(lines.next().orElseThrow());
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
