package io.github.langgan.benchmarks.ingest;

import static io.github.langgan.benchmarks.ingest.Console.say;

import io.github.langgan.benchmarks.ingest.Result.Round;
import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.service.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The second phase: batches over HTTP against the same by plain JDBC, while only profile runs. */
record AgainstJdbc(LocalStack stack, HttpSide service, Rounds turns, Backlog backlog) {

  static final int WARM_UP = 2;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final List<Service> OTHERS =
      List.of(Service.CUSTOMER, Service.LOYALTY, Service.COMPLAINT, Service.ANALYTICS);

  /** The rounds of both sides; the n-th of each were run one after the other. */
  record Sides(List<Round> http, List<Round> jdbc) {

    private void add(Sides round) {
      http.addAll(round.http);
      jdbc.addAll(round.jdbc);
    }
  }

  /** Leaves the other services stopped, and all that profile recorded published. */
  Sides measure(int rounds, int roundSize) throws Exception {
    backlog.awaitNone(PATIENCE);
    OTHERS.forEach(other -> stack.process(other.id()).stop());
    for (int round = 0; round < WARM_UP; round++) {
      round("warm up", roundSize);
    }
    Sides all = new Sides(new ArrayList<>(), new ArrayList<>());
    for (int round = 0; round < rounds; round++) {
      all.add(round("round", roundSize));
    }
    return all;
  }

  private Sides round(String name, int size) throws Exception {
    StackUse use = new StackUse(stack);
    double begunWith = use.processorSeconds();
    double httpRate = turns.overHttp(service, size);
    backlog.awaitPublished(PATIENCE);
    double between = use.processorSeconds();
    double jdbcRate = turns.byJdbc(size);
    double endedWith = use.processorSeconds();
    Round http = new Round(httpRate, 1_000 * (between - begunWith) / size);
    Round jdbc = new Round(jdbcRate, 1_000 * (endedWith - between) / size);
    say(
        "%s: HTTP %,.0f/s, JDBC %,.0f/s; processor time each %.3f ms, %.3f ms",
        name, http.rate(), jdbc.rate(), http.work(), jdbc.work());
    return new Sides(List.of(http), List.of(jdbc));
  }
}
