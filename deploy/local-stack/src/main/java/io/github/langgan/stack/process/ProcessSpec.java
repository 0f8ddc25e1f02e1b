package io.github.langgan.stack.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What to run, and how to tell that it works.
 *
 * @param command asked at each launch: prepares what the program needs, and says how to run it
 * @param ready asked again and again until it says yes
 * @param stopSignal what asks this process for an orderly end
 * @param relaunch whether a process that ends while starting is tried again within the patience:
 *     PostgreSQL refuses to start as long as orphans of a killed one hold its shared memory
 */
public record ProcessSpec(
    String name,
    Supplier<List<String>> command,
    Map<String, String> environment,
    BooleanSupplier ready,
    String stopSignal,
    boolean relaunch) {

  static final Duration START_PATIENCE = Duration.ofSeconds(120);
  static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

  /** A program that ends on SIGTERM and starts at the first try or not at all. */
  public static ProcessSpec of(String name, Supplier<List<String>> command, BooleanSupplier ready) {
    return new ProcessSpec(name, command, Map.of(), ready, "TERM", false);
  }

  public ProcessSpec in(Map<String, String> variables) {
    return new ProcessSpec(name, command, variables, ready, stopSignal, relaunch);
  }
}
