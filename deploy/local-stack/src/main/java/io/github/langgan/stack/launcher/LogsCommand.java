package io.github.langgan.stack.launcher;

import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.process.StackProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "logs",
    description = "The last lines of the log of one process or of all.",
    mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

  @Parameters(arity = "0..1", paramLabel = "PROCESS", description = "Such as loyalty or kafka.")
  Optional<String> name = Optional.empty();

  @Option(names = "-f", description = "Go on with what comes, until Ctrl-C.")
  boolean follow;

  @Option(names = "-n", description = "So many lines (default: ${DEFAULT-VALUE}).")
  int lines = 50;

  @Override
  public Integer call() throws IOException, InterruptedException {
    LocalStack stack = Checkout.ours().stack();
    List<String> files =
        stack.processes().stream()
            .filter(process -> name.map(process.name()::equals).orElse(true))
            .map(StackProcess::log)
            .filter(Files::exists)
            .map(Object::toString)
            .toList();
    if (files.isEmpty()) {
      throw new Refused(
          "No log of that. There may be logs of: "
              + String.join(", ", stack.processes().stream().map(StackProcess::name).toList()));
    }
    List<String> tail = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
    if (follow) {
      tail.add("-F");
    }
    tail.addAll(files);
    return new ProcessBuilder(tail).inheritIO().start().waitFor();
  }
}
