package io.github.langgan.benchmarks.ingest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What was measured.
 *
 * @param load of the machine when it began: above 0 others were at work
 * @param httpRates transactions in a second, for each round; jdbcRates of the same rounds
 * @param longRunRate over HTTP, of all that the lag is measured after
 * @param lagSeconds from its last answer until loyalty and analytics had everything
 */
record Result(
    Instant at,
    int processors,
    double load,
    int transactions,
    int connections,
    double firstStartSeconds,
    double startSeconds,
    long startMebibytes,
    long endMebibytes,
    List<Double> httpRates,
    List<Double> jdbcRates,
    double longRunRate,
    double lagSeconds,
    double visibleMillis50,
    double visibleMillis99) {

  static final String HEADER =
      """
      | At | Cores (load) | HTTP, transactions/s | JDBC, transactions/s | Ratio | %s, transactions/s |\
       Lag gone, s | Visible p50 / p99, ms | Start first / later, s | Resident at start / end, MiB |
      |---|---|---|---|---|---|---|---|---|---|"""
          .formatted("Long run");

  double http() {
    return median(httpRates);
  }

  double jdbc() {
    return median(jdbcRates);
  }

  double ratio() {
    return http() / jdbc();
  }

  String json() {
    ObjectNode json =
        new JsonMapper()
            .createObjectNode()
            .put("at", at.toString())
            .put("processors", processors)
            .put("load", load)
            .put("transactions", transactions)
            .put("connections", connections)
            .put("firstStartSeconds", firstStartSeconds)
            .put("startSeconds", startSeconds)
            .put("startMebibytes", startMebibytes)
            .put("endMebibytes", endMebibytes)
            .put("httpRate", http())
            .put("jdbcRate", jdbc())
            .put("ratio", ratio())
            .put("longRunRate", longRunRate)
            .put("lagSeconds", lagSeconds)
            .put("visibleMillis50", visibleMillis50)
            .put("visibleMillis99", visibleMillis99);
    ArrayNode http = json.putArray("httpRates");
    httpRates.forEach(http::add);
    ArrayNode jdbc = json.putArray("jdbcRates");
    jdbcRates.forEach(jdbc::add);
    return json.toPrettyString();
  }

  /** A row under {@link #HEADER}. */
  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %d (%.1f) | %,.0f | %,.0f | %.2f | %,.0f | %.1f | %.0f / %.0f | %.1f / %.1f | %,d / %,d |",
        at,
        processors,
        load,
        http(),
        jdbc(),
        ratio(),
        longRunRate,
        lagSeconds,
        visibleMillis50,
        visibleMillis99,
        firstStartSeconds,
        startSeconds,
        startMebibytes,
        endMebibytes);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
