package io.github.langgan.stack.testing;

import io.github.langgan.stack.process.JavaCommand;
import io.github.langgan.stack.process.ProcessIdentity;
import io.github.langgan.stack.process.ProcessSpec;
import io.github.langgan.stack.process.StackProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Joins the keeper that runs, or starts one. */
public record KeeperStart(JavaCommand java) {

  public KeeperAddresses join() {
    Path home = java.target().resolve("test-stack");
    ProcessIdentity run = TestRun.current();
    try (KeeperLock lock = KeeperLock.take(home)) {
      KeeperAddresses addresses =
          KeeperAddresses.ofLiving(home).orElseGet(() -> startKeeper(home, run));
      new KeeperClient(addresses.controlPort()).watch(run);
      return addresses;
    }
  }

  private KeeperAddresses startKeeper(Path home, ProcessIdentity run) {
    ProcessSpec keeper =
        new ProcessSpec(
            "keeper",
            java.of(
                TestStackKeeper.class.getName(),
                List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                List.of(home.toString(), java.module().toString(), Long.toString(run.pid()))),
            Map.of(),
            () -> KeeperAddresses.ofLiving(home).isPresent(),
            "TERM",
            false,
            Duration.ofSeconds(120),
            Duration.ofSeconds(10));
    new StackProcess(home, keeper).start();
    return KeeperAddresses.ofLiving(home).orElseThrow();
  }
}
