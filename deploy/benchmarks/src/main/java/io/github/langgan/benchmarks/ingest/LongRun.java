package io.github.langgan.benchmarks.ingest;

import static io.github.langgan.benchmarks.ingest.Console.say;
import static io.github.langgan.benchmarks.ingest.Console.secondsSince;

import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.StackProgress;
import java.time.Duration;

/**
 * The third phase: many batches through the gateway with all services at work, and how far the
 * others are behind at the end of it.
 *
 * @param rate transactions in a second
 * @param lagSeconds from the last answer until loyalty and analytics had everything
 */
record LongRun(double rate, double lagSeconds) {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /**
   * Starts what doesn't run, and lets it catch up before.
   *
   * @param missed transactions that were recorded without the others
   */
  static LongRun measure(
      LocalStack stack,
      HttpSide gateway,
      Rounds turns,
      Backlog backlog,
      int transactions,
      int missed)
      throws Exception {
    long begun = System.nanoTime();
    stack.up(StackProgress.SILENT);
    backlog.awaitNone(PATIENCE);
    say("Others started and applied %,d transactions in %.1f s", missed, secondsSince(begun));
    double rate = turns.overHttp(gateway, transactions);
    double lag = backlog.awaitNone(PATIENCE);
    say("%,d in one go: %,.0f/s, lag gone after %.1f s", transactions, rate, lag);
    return new LongRun(rate, lag);
  }
}
