package io.github.langgan.benchmarks.ingest;

import static io.github.langgan.benchmarks.ingest.Console.say;
import static io.github.langgan.benchmarks.ingest.Console.secondsSince;

import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.StackProgress;

/**
 * The first phase: how long it takes until all is healthy, and what it takes then.
 *
 * @param firstSeconds with the archives of classes to be made, and no data
 * @param laterSeconds once both are there
 * @param residentMebibytes right after that
 */
record Starts(double firstSeconds, double laterSeconds, long residentMebibytes) {

  /** Leaves it running. */
  static Starts measure(LocalStack stack) {
    say("Starting a stack in %s", stack.setup().home());
    double first = up(stack);
    stack.down();
    double later = up(stack);
    Starts starts = new Starts(first, later, new StackUse(stack).residentMebibytes());
    say(
        "Healthy after %.1f s the first time, %.1f s the second, %,d MiB",
        first, later, starts.residentMebibytes);
    return starts;
  }

  private static double up(LocalStack stack) {
    long begun = System.nanoTime();
    stack.up(StackProgress.SILENT);
    return secondsSince(begun);
  }
}
