package io.github.langgan.stories;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A file of receipts in the shape of the online-retail data, and what must come of it. Prices are
 * whole pounds, so that points (one a pound) add up exactly.
 *
 * @param purchases receipts that are purchases
 * @param returns receipts that are cancellations
 * @param net pounds, returns taken off
 * @param pointsByCustomer net pounds of each known customer number
 */
record Receipts(
    Path file,
    int purchases,
    int returns,
    long gross,
    long returned,
    Map<String, Long> pointsByCustomer) {

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final String HEADER =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

  int count() {
    return purchases + returns;
  }

  /** One in five receipts is anonymous; one in twelve is cancelled, whole, by a later one. */
  static Receipts write(Path file, long seed, int purchases, List<String> customers) {
    Random random = new Random(seed);
    LocalDateTime at = LocalDateTime.of(2010, 12, 1, 8, 0);
    Map<String, Long> points = new HashMap<>();
    long gross = 0;
    long returned = 0;
    int returns = 0;
    try (BufferedWriter csv = Files.newBufferedWriter(file)) {
      csv.write(HEADER);
      for (int number = 0; number < purchases; number++) {
        at = at.plusMinutes(1);
        boolean known = random.nextInt(5) > 0;
        String customer = known ? customers.get(random.nextInt(customers.size())) : "";
        boolean cancelled = known && random.nextInt(12) == 0;
        List<String> lines = new ArrayList<>();
        long total = 0;
        for (int line = 0; line <= random.nextInt(6); line++) {
          int quantity = 1 + random.nextInt(12);
          int price = 1 + random.nextInt(9);
          total += (long) quantity * price;
          // products of an invoice are its own, so that what a cancellation matches is known
          lines.add("P%d-%d,\"GOODS, NO. %d\",%%s%d".formatted(number, line, line, quantity));
          lines.add(price + ".00");
        }
        gross += total;
        write(csv, Integer.toString(536_365 + number), lines, "", at, customer);
        if (cancelled) {
          returns++;
          returned += total;
          write(csv, "C" + (536_365 + number), lines, "-", at.plusSeconds(30), customer);
        } else if (known) {
          points.merge(customer, total, Long::sum);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Receipts(file, purchases, returns, gross, returned, points);
  }

  private static void write(
      BufferedWriter csv,
      String invoice,
      List<String> lines,
      String sign,
      LocalDateTime at,
      String customer)
      throws IOException {
    for (int i = 0; i < lines.size(); i += 2) {
      csv.write(
          "%s,%s,%s,%s,%s,United Kingdom\n"
              .formatted(
                  invoice,
                  lines.get(i).formatted(sign),
                  STAMP.format(at),
                  lines.get(i + 1),
                  customer));
    }
  }
}
