package io.github.langgan.stack.demo;

import io.github.langgan.stack.demo.push.Api;
import io.github.langgan.stack.demo.retailer.Retailer;
import io.github.langgan.stack.demo.retailer.Shopper;
import io.github.langgan.stack.load.Meter;
import io.github.langgan.stack.process.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Waits until what was sent is in all views, by a sample of customers. */
record Arrival(Api api, Duration patience) {

  private static final int SAMPLE = 20;

  void await(Retailer retailer, Pushed pushed) {
    List<Expected> missing = new ArrayList<>();
    for (Shopper shopper : sample(retailer)) {
      missing.add(Expected.of(retailer, shopper, pushed));
    }
    int all = missing.size();
    try (Meter meter = new Meter("Views", all)) {
      boolean there =
          Waiting.until(
              () -> {
                missing.removeIf(expected -> expected.isThere(api));
                meter.at(all - missing.size(), "customers of a sample are up to date");
                return missing.isEmpty();
              },
              patience);
      if (!there) {
        meter.say("Not up to date after %d s: %s".formatted(patience.toSeconds(), missing));
      }
    }
  }

  /** The heroine, and others from first to last. */
  private static Set<Shopper> sample(Retailer retailer) {
    Set<Shopper> sample = new LinkedHashSet<>();
    sample.add(retailer.heroine());
    int step = Math.max(1, retailer.shoppers().size() / SAMPLE);
    for (int i = retailer.shoppers().size() - 1; i >= 0; i -= step) {
      sample.add(retailer.shoppers().get(i));
    }
    return sample;
  }
}
