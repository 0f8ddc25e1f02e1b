package io.github.langgan.benchmarks.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
final class Visibility {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpSide partner;
  private final HttpSide manager;
  private final SaleJson json;
  private final Map<UUID, Bought> bought = new HashMap<>();

  Visibility(HttpSide partner, HttpSide manager, SaleJson json) {
    this.partner = partner;
    this.manager = manager;
    this.json = json;
  }

  /** What a member has bought until now, with the points for it. */
  private record Bought(long purchases, long points) {

    Bought and(Sale sale) {
      long more = sale.total().setScale(0, RoundingMode.DOWN).longValueExact();
      return new Bought(purchases + 1, points + more);
    }
  }

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
   * @param prefix of the purchases' numbers
   * @param customers members; each buys once, and has bought nothing but here
   */
  Latencies measure(String prefix, Map<String, UUID> customers, int perSecond) throws Exception {
    List<String> numbers = List.copyOf(customers.keySet());
    Sales sales = new Sales(prefix, numbers);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Double>> running = new ArrayList<>();
      long begun = System.nanoTime();
      for (int i = 0; i < numbers.size(); i++) {
        Sale drawn = sales.next(1).getFirst();
        Sale sale = new Sale(drawn.externalId(), drawn.occurredAt(), numbers.get(i), drawn.lines());
        awaitUntil(begun + i * 1_000_000_000L / perSecond);
        UUID customer = customers.get(sale.customer());
        Bought all = bought.getOrDefault(customer, new Bought(0, 0)).and(sale);
        bought.put(customer, all);
        running.add(threads.submit(() -> millisUntilVisible(sale, customer, all)));
      }
      double[] millis = new double[running.size()];
      for (int i = 0; i < millis.length; i++) {
        millis[i] = running.get(i).get();
      }
      Arrays.sort(millis);
      return new Latencies(millis);
    }
  }

  private double millisUntilVisible(Sale sale, UUID customer, Bought all) throws Exception {
    long begun = System.nanoTime();
    String position = partner.write("/v1/transactions", json.of(sale));
    while (true) {
      JsonNode profile =
          manager.get("/v1/profiles/" + customer, "Langgan-Position", position, "Prefer", "wait=5");
      long elapsed = System.nanoTime() - begun;
      if (profile.at("/balance/items/0/active").asLong() == all.points
          && profile.at("/rfm/purchases").asLong() == all.purchases) {
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
