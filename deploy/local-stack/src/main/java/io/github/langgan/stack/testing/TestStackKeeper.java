package io.github.langgan.stack.testing;

import io.github.langgan.stack.issuer.Issuer;
import io.github.langgan.stack.process.FolderLock;
import io.github.langgan.stack.process.ProcessIdentity;
import io.github.langgan.stack.process.StackModule;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Starts the shared test stack, and ends it with the last test run that joined it. */
public final class TestStackKeeper {

  private final Path home;
  private final ProcessIdentity self;
  private final Set<ProcessIdentity> watched = ConcurrentHashMap.newKeySet();

  private TestStackKeeper(Path home) {
    this.home = home;
    this.self = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
  }

  /** Takes the stack's folder, the module's folder and the pid of the first test run. */
  public static void main(String[] args) throws InterruptedException {
    TestStackKeeper keeper = new TestStackKeeper(Path.of(args[0]));
    keeper.watch(Long.parseLong(args[2]));
    keeper.keep(new StackModule(Path.of(args[1])));
  }

  private void keep(StackModule module) throws InterruptedException {
    try (ThrowawayServers servers = ThrowawayServers.start(home, module);
        Issuer issuer = Issuer.start(servers.issuerPort(), home.resolve("issuer-key.json"));
        ControlEndpoint control = ControlEndpoint.start(servers, this::watch)) {
      Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
      new KeeperAddresses(
              self, control.port(), servers.postgresPort(), servers.kafkaPort(), issuer.url())
          .writeTo(home);
      while (needed()) {
        TimeUnit.MILLISECONDS.sleep(300);
      }
    }
    System.exit(0);
  }

  private void watch(long pid) {
    ProcessIdentity.of(pid).ifPresent(watched::add);
  }

  /** Under the lock, so that nobody joins a stack that ends. */
  private boolean needed() {
    if (anyAlive() && isOurs()) {
      return true;
    }
    try (FolderLock lock = FolderLock.take(home)) {
      if (anyAlive() && isOurs()) {
        return true;
      }
      if (isOurs()) {
        KeeperAddresses.forget(home);
      }
      return false;
    }
  }

  private boolean anyAlive() {
    for (Iterator<ProcessIdentity> each = watched.iterator(); each.hasNext(); ) {
      if (!each.next().alive()) {
        each.remove();
      }
    }
    return !watched.isEmpty();
  }

  // mvn clean takes our folder away while we run: then a later test run starts a keeper of its own
  private boolean isOurs() {
    return KeeperAddresses.ofLiving(home)
        .map(KeeperAddresses::keeper)
        .filter(self::equals)
        .isPresent();
  }
}
