package io.github.langgan.stack.launcher;

import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.process.StackProcess;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "up",
    description =
        "Starts what doesn't run yet, builds what is missing, waits until all is healthy.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

  @Option(
      names = "--port",
      description = "The gateway's port; the nine above it are taken too. Else CRM_PORT, 8080.")
  Optional<Integer> port = Optional.empty();

  @Option(
      names = "--host",
      description =
          "The address that the gateway listens on, 0.0.0.0 for all. Anyone who reaches it can get"
              + " any token. Default: this machine only.")
  Optional<String> host = Optional.empty();

  @Override
  public Integer call() {
    Checkout checkout = Checkout.ours();
    LocalStack running = checkout.stack();
    boolean anyRuns = running.processes().stream().anyMatch(StackProcess::running);
    if (anyRuns && asksForElsewhere(running)) {
      throw new Refused(
          "It runs at %s. To move it: ./crm down, then ./crm up again."
              .formatted(running.gatewayUrl()));
    }
    if (!anyRuns) {
      Settings.forget(checkout.home());
    }
    LocalStack stack = checkout.stack(port, host);
    new Build(checkout).buildMissing();
    if (stack.processes().stream().allMatch(StackProcess::healthy)) {
      System.out.println("Already up: " + stack.gatewayUrl());
      return 0;
    }
    long begun = System.nanoTime();
    Settings.remember(stack.setup());
    try (Progress progress = new Progress("Starting", "is healthy")) {
      stack.up(progress);
    }
    announce(stack, Duration.ofNanos(System.nanoTime() - begun));
    return 0;
  }

  private boolean asksForElsewhere(LocalStack running) {
    return port.filter(asked -> asked != running.setup().ports().first()).isPresent()
        || host.filter(asked -> !asked.equals(running.setup().host())).isPresent();
  }

  private static void announce(LocalStack stack, Duration took) {
    System.out.printf(
        """
        All healthy after %.1f s.
          start page   %s/
          API          %s/v1
          issuer       %s
          PostgreSQL   %s
          Kafka        %s
        A token: ./crm token --role agent     Stop: ./crm down
        """,
        took.toMillis() / 1000.0,
        stack.gatewayUrl(),
        stack.gatewayUrl(),
        stack.issuerUrl(),
        stack.setup().postgres().jdbcUrl("customer"),
        stack.bootstrapServers());
  }
}
