package io.github.langgan.chassis.outbox;

import io.github.langgan.chassis.lease.Lease;
import io.github.langgan.chassis.time.Backoff;
import io.github.langgan.chassis.time.WakeUp;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Publishes what the outbox holds: reads the rows that exist in their order, sends them, waits for
 * every acknowledgement, deletes them. It never remembers a last position, since a lower one may
 * still commit. Dying between acknowledgement and delete sends the same ids again, which inboxes
 * drop.
 */
@Singleton
public class OutboxRelay {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final Duration LONGEST_IDLE = Duration.ofMillis(200);

  private final OutboxRows rows;
  private final EventProducer producers;
  private final Lease lease;
  private final RelayFaults faults;
  private final boolean enabled;
  private final WakeUp wakeUp = new WakeUp();
  private volatile boolean running;
  private Thread thread;

  OutboxRelay(
      Jdbi jdbi,
      OutboxRows rows,
      EventProducer producers,
      RelayFaults faults,
      @ConfigProperty(name = "langgan.outbox.relay.enabled", defaultValue = "true") boolean enabled,
      @ConfigProperty(name = "langgan.outbox.relay.lease", defaultValue = "10s") Duration lease) {
    this.rows = rows;
    this.producers = producers;
    this.lease = new Lease(jdbi, "outbox-relay", lease);
    this.faults = faults;
    this.enabled = enabled;
    this.thread = Thread.ofPlatform().name("outbox-relay").daemon().unstarted(this::run);
  }

  /** There is something new. */
  public void wake() {
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
    thread.join(Duration.ofSeconds(5));
    thread.interrupt();
  }

  private void run() {
    Backoff idle = new Backoff(Duration.ofMillis(5), LONGEST_IDLE);
    Backoff trouble = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
    try (OrderedProducer producer = producers.create()) {
      while (running) {
        try {
          if (lease.hold() && publishBatch(producer) > 0) {
            idle.reset();
          } else {
            wakeUp.rest(idle.next());
          }
          trouble.reset();
        } catch (InterruptedException stopping) {
          Thread.currentThread().interrupt();
          break;
        } catch (Exception failure) {
          LOG.warnf("Outbox relay: %s; tries again", failure.toString());
          wakeUp.rest(trouble.next());
        }
      }
      release();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private int publishBatch(OrderedProducer producer) throws Exception {
    faults.reading();
    List<OutboxRow> batch = rows.next();
    if (batch.isEmpty()) {
      return 0;
    }
    faults.read();
    producers.send(producer, batch);
    faults.published();
    rows.delete(batch);
    return batch.size();
  }

  private void release() {
    try {
      lease.release();
    } catch (RuntimeException databaseAway) {
      LOG.debugf("Lease not released, it will expire: %s", databaseAway.toString());
    }
  }
}
