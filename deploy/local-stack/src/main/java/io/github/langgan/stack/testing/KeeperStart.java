package io.github.langgan.stack.testing;

import io.github.langgan.stack.process.FolderLock;
import io.github.langgan.stack.process.ProcessIdentity;
import io.github.langgan.stack.process.ProcessSpec;
import io.github.langgan.stack.process.StackModule;
import io.github.langgan.stack.process.StackProcess;
import java.nio.file.Path;
import java.util.List;

/** Joins the keeper that runs, or starts one. */
public record KeeperStart(StackModule module) {

  public KeeperAddresses join() {
    Path home = module.target().resolve("test-stack");
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
            "keeper", () -> command(home, run), () -> KeeperAddresses.ofLiving(home).isPresent());
    new StackProcess(home, keeper).start();
    return KeeperAddresses.ofLiving(home).orElseThrow();
  }

  private List<String> command(Path home, ProcessIdentity run) {
    return module.builtCommand(
        TestStackKeeper.class,
        List.of("-Xmx128m"),
        List.of(home.toString(), module.folder().toString(), Long.toString(run.pid())));
  }
}
