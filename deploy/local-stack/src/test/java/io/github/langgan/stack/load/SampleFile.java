package io.github.langgan.stack.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the shape of the Online Retail data: cancellations, write-offs, adjustments with
 * negative prices, missing customers and descriptions, prices with three decimals, an invoice in
 * two places.
 *
 * @param unusable lines that can't be recorded
 */
record SampleFile(Path path, int lines, int unusable, BigDecimal sum, BigDecimal unusableSum) {

  static SampleFile write(Path path, int invoices, long seed) throws IOException {
    Writer writer = new Writer(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
    try (PrintWriter out =
        new PrintWriter(
            new GZIPOutputStream(Files.newOutputStream(path)), false, StandardCharsets.UTF_8)) {
      out.println(
          "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country");
      for (int invoice = 0; invoice < invoices; invoice++) {
        writer.invoice(out, 536_365 + invoice);
      }
    }
    return new SampleFile(path, writer.lines, writer.unusable, writer.sum, writer.unusableSum);
  }

  private static final class Writer {
    private final RandomGenerator random;
    private int lines;
    private int unusable;
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal unusableSum = BigDecimal.ZERO;

    Writer(RandomGenerator random) {
      this.random = random;
    }

    void invoice(PrintWriter out, int number) {
      int kind = random.nextInt(100);
      String customer = random.nextInt(4) == 0 ? "" : "" + (12_346 + random.nextInt(300));
      if (kind < 12) {
        line(out, "C" + number, -1 - random.nextInt(9), price(), customer, true);
      } else if (kind < 16) {
        line(out, "" + number, -1 - random.nextInt(99), BigDecimal.ZERO, "", false);
      } else if (kind < 17) {
        line(out, "A" + number, 1, price().negate(), "", false);
      } else {
        for (int i = random.nextInt(20); i >= 0; i--) {
          line(out, "" + number, 1 + random.nextInt(30), price(), customer, true);
        }
      }
    }

    private BigDecimal price() {
      int cents = random.nextInt(2_000);
      return random.nextInt(50) == 0
          ? new BigDecimal("0.001")
          : BigDecimal.valueOf(cents, 2).setScale(2, RoundingMode.UNNECESSARY);
    }

    private void line(
        PrintWriter out,
        String invoice,
        int quantity,
        BigDecimal price,
        String customer,
        boolean good) {
      BigDecimal amount = price.multiply(BigDecimal.valueOf(quantity));
      lines++;
      sum = sum.add(amount);
      unusable += good ? 0 : 1;
      unusableSum = good ? unusableSum : unusableSum.add(amount);
      String name = random.nextInt(9) == 0 ? "" : "\"SET OF 3, \"\"RETRO\"\" TINS £ \"";
      out.printf(
          "%s,%d,%s,%d,2010-12-01 08:26:00,%s,%s,United Kingdom%n",
          invoice, 20_000 + random.nextInt(500), name, quantity, price, customer);
    }
  }
}
