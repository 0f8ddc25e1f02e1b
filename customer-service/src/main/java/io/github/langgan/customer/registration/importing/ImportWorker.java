package io.github.langgan.customer.registration.importing;

import io.github.langgan.chassis.sql.DatabaseTrouble;
import io.github.langgan.chassis.time.Backoff;
import io.github.langgan.chassis.time.WakeUp;
import io.github.langgan.customer.registration.importing.WorkOffPieces.Claimed;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Works off what was received, some pieces at a time, the imports in turns. Each replica has one;
 * an import is in the hands of one at a time, by its row's lock, which a process that dies gives
 * back.
 */
@Singleton
class ImportWorker {

  private static final Logger LOG = Logger.getLogger(ImportWorker.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final WorkOffPieces workOff;
  private final ImportProgress progress;
  private final boolean enabled;
  private final WakeUp wakeUp = new WakeUp();
  private final Thread thread;
  private volatile boolean running;

  ImportWorker(
      WorkOffPieces workOff,
      ImportProgress progress,
      @ConfigProperty(name = "langgan.customer.imports.enabled", defaultValue = "true")
          boolean enabled) {
    this.workOff = workOff;
    this.progress = progress;
    this.enabled = enabled;
    this.thread = Thread.ofPlatform().name("imports").daemon().unstarted(this::run);
  }

  /** There is something new. */
  void wake() {
    wakeUp.wake();
  }

  void start(@Observes StartupEvent event) {
    if (enabled) {
      running = true;
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    wake();
    thread.join(Duration.ofSeconds(10));
    thread.interrupt();
  }

  private void run() {
    Backoff trouble = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
    try {
      while (running) {
        try {
          if (!workOffOne()) {
            wakeUp.rest(LOOK_EVERY);
          }
          trouble.reset();
        } catch (RuntimeException databaseAway) {
          LOG.warnf("imports: %s; tries again", databaseAway.toString());
          wakeUp.rest(trouble.next());
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean workOffOne() {
    Claimed claimed = new Claimed();
    try {
      boolean some = workOff.next(claimed).isPresent();
      if (claimed.failure != null) {
        throw claimed.failure;
      }
      return some;
    } catch (RuntimeException failure) {
      if (claimed.file == null || DatabaseTrouble.passes(failure)) {
        throw failure;
      }
      LOG.errorf(failure, "a piece of import %s failed", claimed.file.id());
      progress.failed(claimed.file);
      return true;
    }
  }
}
