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

/**
 * Looks for due work at every interval. Each kind has a thread of its own, so that much or long
 * work of one keeps none of another waiting. Each replica does so; the row locks share the work
 * out.
 */
@Singleton
class DueWorker {

  private static final Logger LOG = Logger.getLogger(DueWorker.class);

  private final List<DueWorkHandler> handlers;
  private final DueWorkBatch batch;
  private final boolean enabled;
  private final int batchSize;
  private final Duration interval;
  private final List<Thread> threads;
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
    this.threads = this.handlers.stream().map(this::thread).toList();
  }

  void start(@Observes StartupEvent event) {
    running = enabled;
    if (enabled) {
      threads.forEach(Thread::start);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      thread.join(Duration.ofSeconds(10));
    }
  }

  private Thread thread(DueWorkHandler handler) {
    return Thread.ofPlatform()
        .name("due-work-" + handler.kind())
        .daemon()
        .unstarted(() -> run(handler));
  }

  private void run(DueWorkHandler handler) {
    while (running) {
      boolean mayBeMore = false;
      try {
        mayBeMore = handler.mayRunHere() && runSome(handler);
      } catch (RuntimeException databaseAway) {
        LOG.warnf("due work %s: %s; looks again", handler.kind(), databaseAway.toString());
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
