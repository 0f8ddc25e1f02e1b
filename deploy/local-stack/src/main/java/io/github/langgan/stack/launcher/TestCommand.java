package io.github.langgan.stack.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "test",
    description = "Runs all tests: mvn verify with the JDK that ./crm found.",
    mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {

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
    return new Maven(Checkout.ours()).run(arguments);
  }
}
