package io.github.langgan.chassis.duework;

import io.github.langgan.chassis.duework.DueWorkBatch.ClaimedItems;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks for due work at every interval, in one question for all kinds; what this process schedules
 * for now is done without waiting for the next look. Each kind has a thread of its own, so that
 * much or long work of one keeps none of another waiting. Each replica does so; the row locks share
 * the work out.
 */
@Singleton
class DueWorker {

  private static final Logger LOG = Logger.getLogger(DueWorker.class);

  private final List<DueWorkHandler> handlers;
  private final DueWorkBatch batch;
  private final boolean enabled;
  private final int batchSize;
  private final Duration interval;
  private final DueSignals signals;
  private final Set<String> kinds;
  private final List<Thread> threads;
  private volatile boolean running;

  DueWorker(
      @All List<DueWorkHandler> handlers,
      RecurringWorks recurring,
      DueWorkBatch batch,
      DueSignals signals,
      @ConfigProperty(name = "langgan.due-work.enabled", defaultValue = "true") boolean enabled,
      @ConfigProperty(name = "langgan.due-work.batch-size", defaultValue = "200") int batchSize,
      @ConfigProperty(name = "langgan.due-work.interval", defaultValue = "1s") Duration interval) {
    this.handlers = Stream.concat(handlers.stream(), recurring.handlers().stream()).toList();
    this.batch = batch;
    this.enabled = enabled;
    this.batchSize = batchSize;
    this.interval = interval;
    this.signals = signals;
    this.kinds = this.handlers.stream().map(DueWorkHandler::kind).collect(Collectors.toSet());
    this.threads =
        Stream.concat(
                this.handlers.stream().map(h -> thread(h.kind(), () -> work(h))),
                Stream.of(thread("look", this::look)))
            .toList();
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

  private static Thread thread(String name, Loop loop) {
    return Thread.ofPlatform()
        .name("due-work-" + name)
        .daemon()
        .unstarted(
            () -> {
              try {
                loop.run();
              } catch (InterruptedException stopping) {
                // ends here
              }
            });
  }

  private void look() throws InterruptedException {
    while (running) {
      try {
        batch.due(kinds).forEach(signals::give);
      } catch (RuntimeException databaseAway) {
        LOG.warnf("due work: %s; looks again", databaseAway.toString());
      }
      Thread.sleep(interval);
    }
  }

  private void work(DueWorkHandler handler) throws InterruptedException {
    while (running) {
      signals.await(handler.kind());
      try {
        while (running && handler.mayRunHere() && runSome(handler)) {
          // as long as there may be more
        }
      } catch (RuntimeException databaseAway) {
        LOG.warnf("due work %s: %s; looks again", handler.kind(), databaseAway.toString());
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

  private interface Loop {
    void run() throws InterruptedException;
  }
}
