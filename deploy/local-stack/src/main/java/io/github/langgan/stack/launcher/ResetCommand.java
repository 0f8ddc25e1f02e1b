package io.github.langgan.stack.launcher;

import io.github.langgan.stack.process.Folders;
import java.io.Console;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "reset",
    description = "Stops the stack and deletes its data: databases, topics, issuer key, logs.",
    mixinStandardHelpOptions = true)
final class ResetCommand implements Callable<Integer> {

  @Option(names = "--yes", description = "Don't ask.")
  boolean yes;

  @Override
  public Integer call() {
    Checkout checkout = Checkout.ours();
    if (!yes && !confirmed(checkout)) {
      throw new Refused("Nothing deleted. Without a question: ./crm reset --yes");
    }
    DownCommand.stop(checkout);
    for (String folder : List.of("data", "logs", "run")) {
      Folders.delete(checkout.home().resolve(folder));
    }
    System.out.println("Deleted the data in " + checkout.home() + ".");
    return 0;
  }

  private static boolean confirmed(Checkout checkout) {
    Console console = System.console();
    return Progress.onTerminal()
        && console != null
        && "yes".equals(console.readLine("Delete all data in %s? Type yes: ", checkout.home()));
  }
}
