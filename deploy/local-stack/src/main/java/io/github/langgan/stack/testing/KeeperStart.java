package io.github.langgan.stack.testing;

import io.github.langgan.stack.process.FolderLock;
import io.github.langgan.stack.process.JavaCommand;
import io.github.langgan.stack.process.ProcessIdentity;
import io.github.langgan.stack.process.ProcessSpec;
import io.github.langgan.stack.process.StackProcess;
import java.nio.file.Path;
import java.util.List;

/** Joins the keeper that runs, or starts one. */
public record KeeperStart(JavaCommand java) {

  public KeeperAddresses join() {
    Path home = java.target().resolve("test-stack");
    ProcessIdentity run = TestRun.current();
    try (FolderLock lock = FolderLock.take(home)) {
      KeeperAddresses addresses =
          KeeperAddresses.ofLiving(home).orElseGet(() -> startKeeper(home, run));
      new KeeperClient(addresses.controlPort()).watch(run);
      return addresses;
    }
  }

  private KeeperAddresses startKeeper(Path home, ProcessIdentity run) {
    ProcessSpec keeper =
        ProcessSpec.of(
            "keeper",
            java.fromBuild(
                TestStackKeeper.class.getName(),
                List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"),
                List.of(home.toString(), java.module().toString(), Long.toString(run.pid()))),
            () -> KeeperAddresses.ofLiving(home).isPresent());
    new StackProcess(home, keeper).start();
    return KeeperAddresses.ofLiving(home).orElseThrow();
  }
}
