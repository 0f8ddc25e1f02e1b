package io.github.langgan.stack.launcher;

import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.process.StackProcess;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "down",
    description = "Stops what ./crm up started, and nothing else. The data stay.",
    mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    stop(Checkout.ours());
    return 0;
  }

  static void stop(Checkout checkout) {
    LocalStack stack = checkout.stack();
    if (stack.processes().stream().noneMatch(StackProcess::running)) {
      System.out.println("Nothing runs.");
      return;
    }
    try (Progress progress = new Progress("Stopping", "stopped")) {
      stack.down(progress);
    }
    Settings.forget(checkout.home());
    System.out.println("Stopped. The data stay in " + checkout.home() + ".");
  }
}
