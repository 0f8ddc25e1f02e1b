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
 * @param http the rounds, of which jdbc did the same
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
    List<Round> http,
    List<Round> jdbc,
    double longRunRate,
    double lagSeconds,
    double visibleMillis50,
    double visibleMillis99) {

  static final String HEADER =
      """
      | At | Cores (load) | HTTP, transactions/s | JDBC, transactions/s | Ratio | Processor, ms each: HTTP, JDBC | Ratio | %s, transactions/s |\
       Lag gone, s | Visible p50 / p99, ms | Start first / later, s | Resident at start / end, MiB |
      |---|---|---|---|---|---|---|---|---|---|---|---|"""
          .formatted("Long run");

  /**
   * A round of one side.
   *
   * @param rate transactions in a second
   * @param work milliseconds of processor time for a transaction, of all processes of the stack
   *     until it is published
   */
  record Round(double rate, double work) {}

  double ratio() {
    return rate(http) / rate(jdbc);
  }

  /** What JDBC needs of the processors for one transaction, by what HTTP needs. */
  double workRatio() {
    return work(jdbc) / work(http);
  }

  private static double rate(List<Round> rounds) {
    return median(rounds.stream().map(Round::rate).toList());
  }

  private static double work(List<Round> rounds) {
    return median(rounds.stream().map(Round::work).toList());
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
            .put("httpRate", rate(http))
            .put("jdbcRate", rate(jdbc))
            .put("ratio", ratio())
            .put("httpWorkMillis", work(http))
            .put("jdbcWorkMillis", work(jdbc))
            .put("workRatio", workRatio())
            .put("longRunRate", longRunRate)
            .put("lagSeconds", lagSeconds)
            .put("visibleMillis50", visibleMillis50)
            .put("visibleMillis99", visibleMillis99);
    ArrayNode httpRates = json.putArray("httpRates");
    http.forEach(round -> httpRates.add(round.rate()));
    ArrayNode jdbcRates = json.putArray("jdbcRates");
    jdbc.forEach(round -> jdbcRates.add(round.rate()));
    return json.toPrettyString();
  }

  /** A row under {@link #HEADER}. */
  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %d (%.1f) | %,.0f | %,.0f | %.2f | %.3f, %.3f | %.2f | %,.0f | %.1f | %.0f / %.0f | %.1f / %.1f | %,d / %,d |",
        at,
        processors,
        load,
        rate(http),
        rate(jdbc),
        ratio(),
        work(http),
        work(jdbc),
        workRatio(),
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
