package io.github.langgan.analytics.retail;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The lines of one invoice that go one way: bought, or given back. */
record RetailInvoice(String customer, boolean isReturn, String time, List<Line> lines) {

  record Line(String product, int quantity, BigDecimal price) {
    BigDecimal amount() {
      return price.multiply(BigDecimal.valueOf(quantity));
    }
  }

  static Path file() {
    return Path.of(System.getProperty("langgan.root"))
        .resolve("../shared/data/online-retail/online_retail.csv.gz");
  }

  BigDecimal total() {
    return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** In the file's order; lines with a negative price are no sale and are left out. */
  static List<RetailInvoice> read(int most) {
    Map<String, RetailInvoice> invoices = new LinkedHashMap<>();
    try (InputStream file = Files.newInputStream(file());
        var reader = new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8);
        var csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
      for (NamedCsvRecord row : csv) {
        add(invoices, row);
        if (invoices.size() > most) {
          break;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return invoices.values().stream().limit(most).toList();
  }

  private static void add(Map<String, RetailInvoice> invoices, NamedCsvRecord row) {
    int quantity = Integer.parseInt(row.getField("Quantity"));
    BigDecimal price = new BigDecimal(row.getField("UnitPrice"));
    if (price.signum() < 0) {
      return;
    }
    boolean isReturn = quantity < 0;
    String time = row.getField("InvoiceDate").replace(' ', 'T') + "Z";
    invoices
        .computeIfAbsent(
            row.getField("InvoiceNo") + isReturn,
            key -> new RetailInvoice(row.getField("CustomerID"), isReturn, time, new ArrayList<>()))
        .lines()
        .add(new Line(row.getField("StockCode"), Math.abs(quantity), price));
  }
}
