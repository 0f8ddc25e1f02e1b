package io.github.langgan.stack.launcher;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "build",
    description =
        "Builds everything anew, without tests. ./crm up builds only what was never built: after a"
            + " change or a pull, come here, then ./crm down and up.",
    mixinStandardHelpOptions = true)
final class BuildCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    new Build(Checkout.ours()).run(List.of("package", "-DskipTests"));
    System.out.println("Built.");
    return 0;
  }
}
