package io.github.langgan.benchmarks.ingest;

import static io.github.langgan.benchmarks.ingest.Console.say;

import io.github.langgan.benchmarks.ingest.Visibility.Latencies;
import java.util.Map;
import java.util.UUID;

/** The last phase: how soon a purchase is visible, once all services are warm. */
record WarmVisibility(Visibility visibility, StackUse use) {

  static final int PER_SECOND = 100;

  /**
   * @param passes at a rising rate before, each with a purchase of every customer
   */
  Latencies measure(Map<String, UUID> customers, int passes) throws Exception {
    for (int pass = 1; pass <= passes; pass++) {
      Latencies cold = visibility.measure("W" + pass + "-", customers, PER_SECOND * pass / passes);
      say(
          "Warm up: visible after %.0f ms (p50), %.0f ms (p99)",
          cold.percentile(50), cold.percentile(99));
    }
    double workedBefore = use.processorSeconds();
    Latencies visible = visibility.measure("V", customers, PER_SECOND);
    say(
        "Visible after %.0f ms (p50), %.0f ms (p99); processor time each %.1f ms",
        visible.percentile(50),
        visible.percentile(99),
        1_000 * (use.processorSeconds() - workedBefore) / customers.size());
    return visible;
  }
}
