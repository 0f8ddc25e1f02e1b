package io.github.langgan.stack.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * What to run, and how to tell that it works.
 *
 * @param ready asked again and again until it says yes
 * @param stopSignal what asks this process for an orderly end
 * @param relaunch whether a process that ends while starting is tried again within the patience:
 *     PostgreSQL refuses to start as long as orphans of a killed one hold its shared memory
 */
public record ProcessSpec(
    String name,
    List<String> command,
    Map<String, String> environment,
    BooleanSupplier ready,
    String stopSignal,
    boolean relaunch,
    Duration startPatience,
    Duration stopPatience) {}
