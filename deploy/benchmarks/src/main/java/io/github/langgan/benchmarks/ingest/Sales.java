package io.github.langgan.benchmarks.ingest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Purchases as a mail order business has them: 1 to 20 lines of 4,000 products, a quarter of them
 * nobody's, the others of some thousand customers of whom few buy most.
 */
final class Sales {

  private static final int PRODUCTS = 4_000;
  private static final Instant FROM = Instant.parse("2025-01-01T08:00:00Z");

  private final SplittableRandom random;
  private final List<String> customers;
  private final String prefix;
  private long count;

  /**
   * @param prefix of their numbers, which tells them from those of other runs
   */
  Sales(String prefix, List<String> customers) {
    this.random = new SplittableRandom(prefix.hashCode());
    this.prefix = prefix;
    this.customers = customers;
  }

  List<Sale> next(int many) {
    List<Sale> sales = new ArrayList<>(many);
    for (int i = 0; i < many; i++) {
      sales.add(next());
    }
    return sales;
  }

  private Sale next() {
    count++;
    String customer =
        random.nextInt(4) == 0
            ? null
            : customers.get((int) (customers.size() * random.nextDouble() * random.nextDouble()));
    int size = 1 + random.nextInt(20);
    List<Sale.Line> lines = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      lines.add(line());
    }
    return new Sale(prefix + count, FROM.plusSeconds(60 * count), customer, lines);
  }

  private Sale.Line line() {
    int product = random.nextInt(PRODUCTS);
    return new Sale.Line(
        "P" + (20_000 + product),
        "PRODUCT NUMBER " + product + " IN A BOX",
        1 + random.nextInt(12),
        BigDecimal.valueOf(10 + random.nextInt(2_000), 2));
  }
}
