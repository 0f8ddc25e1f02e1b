package io.github.langgan.chassis.duework;

import io.github.langgan.chassis.duework.DueWorkBatch.ClaimedItems;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Looks for due work at every interval. Each replica has one; the row locks share the work out. */
@Singleton
class DueWorker {

  private static final Logger LOG = Logger.getLogger(DueWorker.class);

  private final List<DueWorkHandler> handlers;
  private final DueWorkBatch batch;
  private final boolean enabled;
  private final int batchSize;
  private final Duration interval;
  private final Thread thread;
  private volatile boolean running;

  DueWorker(
      @All List<DueWorkHandler> handlers,
      RecurringWorks recurring,
      DueWorkBatch batch,
      @ConfigProperty(name = "langgan.due-work.enabled", defaultValue = "true") boolean enabled,
      @ConfigProperty(name = "langgan.due-work.batch-size", defaultValue = "200") int batchSize,
      @ConfigProperty(name = "langgan.due-work.interval", defaultValue = "1s") Duration interval) {
    this.handlers = Stream.concat(handlers.stream(), recurring.handlers().stream()).toList();
    this.batch = batch;
    this.enabled = enabled;
    this.batchSize = batchSize;
    this.interval = interval;
    this.thread = Thread.ofPlatform().name("due-work").daemon().unstarted(this::run);
  }

  void start(@Observes StartupEvent event) {
    if (enabled && !handlers.isEmpty()) {
      running = true;
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    thread.interrupt();
    thread.join(Duration.ofSeconds(10));
  }

  /** Takes turns, so that much work of one kind keeps none of another waiting. */
  private void run() {
    while (running) {
      boolean mayBeMore = false;
      for (DueWorkHandler handler : handlers) {
        try {
          mayBeMore |= running && runSome(handler);
        } catch (RuntimeException databaseAway) {
          LOG.warnf("due work %s: %s; looks again", handler.kind(), databaseAway.toString());
        }
      }
      if (!mayBeMore) {
        try {
          Thread.sleep(interval);
        } catch (InterruptedException stopping) {
          return;
        }
      }
    }
  }

  /** Whether there may be more that is due, also of what the work itself has scheduled for now. */
  private boolean runSome(DueWorkHandler handler) {
    ClaimedItems claimed = new ClaimedItems();
    try {
      return batch.runSome(handler, batchSize, claimed) > 0;
    } catch (RuntimeException failure) {
      if (claimed.get().isEmpty()) {
        throw failure;
      }
      claimed.get().forEach(item -> runOne(handler, item));
      return claimed.get().size() == batchSize;
    }
  }

  private void runOne(DueWorkHandler handler, DueItem item) {
    try {
      batch.runOne(handler, item.id());
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "due work %s of %s failed", item.kind(), item.subject());
      batch.failed(item, failure.toString());
    }
  }
}
