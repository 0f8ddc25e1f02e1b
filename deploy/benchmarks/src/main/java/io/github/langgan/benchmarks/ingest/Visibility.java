package io.github.langgan.benchmarks.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * From the moment a purchase is sent until the 360 of its customer shows its points and counts it
 * in the scores, while purchases keep coming at an even rate, each a request of its own.
 */
record Visibility(HttpSide partner, HttpSide manager, SaleJson json) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * @param millis sorted
   */
  record Latencies(double[] millis) {

    double percentile(double percent) {
      int place = (int) Math.ceil(percent / 100 * millis.length) - 1;
      return millis[Math.max(0, place)];
    }
  }

  /**
   * @param customers members who have bought nothing yet; each buys once
   */
  Latencies measure(Map<String, UUID> customers, int perSecond) throws Exception {
    List<String> numbers = List.copyOf(customers.keySet());
    Sales sales = new Sales("V", numbers);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Double>> running = new ArrayList<>();
      long begun = System.nanoTime();
      for (int i = 0; i < numbers.size(); i++) {
        Sale drawn = sales.next(1).getFirst();
        Sale sale = new Sale(drawn.externalId(), drawn.occurredAt(), numbers.get(i), drawn.lines());
        awaitUntil(begun + i * 1_000_000_000L / perSecond);
        running.add(threads.submit(() -> millisUntilVisible(sale, customers.get(sale.customer()))));
      }
      double[] millis = new double[running.size()];
      for (int i = 0; i < millis.length; i++) {
        millis[i] = running.get(i).get();
      }
      Arrays.sort(millis);
      return new Latencies(millis);
    }
  }

  private double millisUntilVisible(Sale sale, UUID customer) throws Exception {
    long points = sale.total().setScale(0, RoundingMode.DOWN).longValueExact();
    long begun = System.nanoTime();
    String position = partner.write("/v1/transactions", json.of(sale));
    while (true) {
      JsonNode profile =
          manager.get("/v1/profiles/" + customer, "Langgan-Position", position, "Prefer", "wait=5");
      long elapsed = System.nanoTime() - begun;
      if (profile.at("/balance/items/0/active").asLong() == points
          && profile.at("/rfm/purchases").asLong() == 1) {
        return elapsed / 1e6;
      }
      if (elapsed > PATIENCE.toNanos()) {
        throw new IllegalStateException("not visible: " + sale.externalId() + " in " + profile);
      }
    }
  }

  private static void awaitUntil(long nanoTime) {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
