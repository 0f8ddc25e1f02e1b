package io.github.langgan.stack.launcher;

import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "status",
    description =
        "What runs, where, and how much memory it takes. Exit code 0 when all is healthy.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

  @Option(names = "--json", description = "For programs.")
  boolean json;

  @Override
  public Integer call() {
    List<PartStatus> parts = PartStatus.of(Checkout.ours().stack());
    if (json) {
      System.out.println(new JsonArray(parts.stream().map(PartStatus::toJson).toList()).encode());
    } else {
      print(parts);
    }
    return parts.stream().allMatch(PartStatus::healthy) ? 0 : 1;
  }

  private static void print(List<PartStatus> parts) {
    for (PartStatus part : parts) {
      System.out.printf(
          "%-11s %-9s port %-6d %s%n",
          part.name(),
          part.healthy() ? "healthy" : part.pid() == null ? "stopped" : "not ready",
          part.port(),
          part.pid() == null ? "" : "pid %-8d %5d MiB".formatted(part.pid(), part.rssMiB()));
    }
    System.out.printf(
        "%d MiB resident together%n", parts.stream().mapToLong(PartStatus::rssMiB).sum());
  }
}
