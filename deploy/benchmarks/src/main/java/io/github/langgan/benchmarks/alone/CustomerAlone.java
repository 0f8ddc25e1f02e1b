package io.github.langgan.benchmarks.alone;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.StackSetup;
import io.github.langgan.stack.process.Folders;
import io.github.langgan.stack.process.WholeFile;
import io.github.langgan.stack.service.Service;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;

/** A stack in a temporary folder, of whose services only customer runs; gone when we end. */
public final class CustomerAlone {

  private static final Set<Service> OTHERS = EnumSet.complementOf(EnumSet.of(Service.CUSTOMER));

  private CustomerAlone() {}

  /** What is measured there. */
  @FunctionalInterface
  public interface Figures {

    void measure(LocalStack stack, ObjectNode json) throws Exception;
  }

  /**
   * Writes the figures, beside the time, the processors and the load of the machine, into the
   * result and to standard output.
   */
  public static void measure(Path result, Figures figures) throws Exception {
    double load = load();
    LocalStack stack = start();
    ObjectNode json =
        new JsonMapper()
            .createObjectNode()
            .put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
            .put("processors", Runtime.getRuntime().availableProcessors())
            .put("loadBefore", load);
    figures.measure(stack, json);
    String text = json.put("loadAfter", load()).toPrettyString();
    WholeFile.write(result, text);
    System.out.println(text);
  }

  private static LocalStack start() throws IOException {
    Path home = Files.createTempDirectory("langgan-bench");
    LocalStack stack = new LocalStack(StackSetup.onFreePorts(home));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, home)));
    stack.up();
    OTHERS.forEach(other -> stack.process(other.id()).stop());
    return stack;
  }

  private static void stop(LocalStack stack, Path home) {
    stack.down();
    Folders.delete(home);
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
