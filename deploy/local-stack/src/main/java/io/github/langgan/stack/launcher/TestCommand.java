package io.github.langgan.stack.launcher;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "test",
    description =
        "Runs all tests: mvn verify with the JDK that ./crm found. Which were red stands last.",
    mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {

  /** The services' tests wait for servers more than they work; the stories want quiet. */
  private static final List<String> TWO_MODULES_AT_ONCE = List.of("-T", "2", "-Pstories-last");

  private static final Set<String> CHOICE_OF_MODULES =
      Set.of("-pl", "--projects", "-rf", "--resume-from");

  @Option(names = "--long", description = "With the long runs (-Dlanggan.long=true).")
  boolean longRuns;

  @Parameters(paramLabel = "ARG", description = "More arguments for Maven, after --.")
  List<String> more = List.of();

  @Override
  public Integer call() {
    List<String> arguments = new ArrayList<>(List.of("verify"));
    if (longRuns) {
      arguments.add("-Dlanggan.long=true");
    }
    arguments.addAll(more);
    if (Collections.disjoint(more, CHOICE_OF_MODULES)) {
      arguments.addAll(TWO_MODULES_AT_ONCE);
    }
    Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    int exitCode = new Maven(Checkout.ours()).run(arguments);
    if (exitCode != 0) {
      new TestReports(Checkout.ours().root()).redSince(start).forEach(System.out::println);
    }
    return exitCode;
  }
}
