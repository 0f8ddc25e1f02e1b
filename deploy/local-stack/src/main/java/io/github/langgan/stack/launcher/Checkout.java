package io.github.langgan.stack.launcher;

import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.StackPorts;
import io.github.langgan.stack.StackSetup;
import io.github.langgan.stack.process.StackModule;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The checkout that {@code ./crm} stands in, and the stack in its {@code .crm} folder, or in the
 * one that the variable CRM_HOME names.
 */
public record Checkout(Path root) {

  public static Checkout ours() {
    return new Checkout(Path.of(System.getProperty("langgan.root")));
  }

  public Path home() {
    String elsewhere = System.getenv("CRM_HOME");
    return elsewhere == null || elsewhere.isBlank()
        ? root.resolve(".crm")
        : Path.of(elsewhere).toAbsolutePath();
  }

  /** The stack as it runs, or as it would. */
  public LocalStack stack() {
    return stack(Optional.empty(), Optional.empty());
  }

  LocalStack stack(Optional<Integer> port, Optional<String> host) {
    Settings settings = Settings.in(home());
    return new LocalStack(
        new StackSetup(
            new StackModule(root.resolve("deploy/local-stack")),
            home(),
            new StackPorts(port.map(Settings::checked).orElseGet(settings::port)),
            host.orElseGet(settings::host),
            Map.of()));
  }
}
