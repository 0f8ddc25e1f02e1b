package io.github.langgan.stack.launcher;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "format",
    description = "Formats all Java files, as the build asks for.",
    mixinStandardHelpOptions = true)
final class FormatCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    return new Maven(Checkout.ours()).run(List.of("--quiet", "spotless:apply"));
  }
}
