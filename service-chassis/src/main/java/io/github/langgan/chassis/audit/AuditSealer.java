package io.github.langgan.chassis.audit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Seals every few seconds, in one process at a time; another seals at once when this one dies. */
@Singleton
final class AuditSealer {

  private static final Logger LOG = Logger.getLogger(AuditSealer.class);

  private final AuditChain chain;
  private final Duration interval;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("audit-sealer").factory());

  AuditSealer(
      AuditChain chain,
      @ConfigProperty(name = "langgan.audit.seal-interval", defaultValue = "PT2S")
          Duration interval) {
    this.chain = chain;
    this.interval = interval;
  }

  void start(@Observes StartupEvent started) {
    long millis = interval.toMillis();
    timer.scheduleWithFixedDelay(this::sealAll, millis, millis, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent stopping) {
    timer.shutdownNow();
  }

  /** What fails is tried again at the next turn; the entries wait in their table. */
  private void sealAll() {
    try {
      while (chain.seal() > 0 && !Thread.currentThread().isInterrupted()) {
        LOG.trace("sealed a batch of the audit trail");
      }
    } catch (RuntimeException e) {
      LOG.warnf("The audit trail was not sealed, will be again in %s: %s", interval, e.toString());
    }
  }
}
