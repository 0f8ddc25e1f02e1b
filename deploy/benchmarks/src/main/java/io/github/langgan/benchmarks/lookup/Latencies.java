package io.github.langgan.benchmarks.lookup;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * @param millis sorted
 */
record Latencies(double[] millis) {

  double percentile(double percent) {
    int place = (int) Math.ceil(percent / 100 * millis.length) - 1;
    return millis[Math.max(0, place)];
  }

  void writeTo(ObjectNode json) {
    json.put("asked", millis.length)
        .put("p50Millis", percentile(50))
        .put("p95Millis", percentile(95))
        .put("p99Millis", percentile(99));
  }
}
