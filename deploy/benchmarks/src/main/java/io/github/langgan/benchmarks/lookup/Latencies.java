package io.github.langgan.benchmarks.lookup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * @param millis sorted
 */
public record Latencies(double[] millis) {

  public static Latencies of(Stream<double[]> millis) {
    return new Latencies(millis.flatMapToDouble(Arrays::stream).sorted().toArray());
  }

  double percentile(double percent) {
    int place = (int) Math.ceil(percent / 100 * millis.length) - 1;
    return millis[Math.max(0, place)];
  }

  public void writeTo(ObjectNode json) {
    json.put("asked", millis.length)
        .put("p50Millis", percentile(50))
        .put("p95Millis", percentile(95))
        .put("p99Millis", percentile(99));
  }
}
