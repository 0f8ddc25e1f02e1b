package io.github.langgan.chassis.inbox;

import io.github.langgan.chassis.sql.DatabaseTrouble;
import io.github.langgan.chassis.time.Backoff;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Applies a batch whole; when that fails, one event at a time, and parks what keeps failing. Throws
 * only on failures that say nothing about the events; the batch must come again then.
 */
@Singleton
class ApplyOrPark {

  private static final Logger LOG = Logger.getLogger(ApplyOrPark.class);
  private static final int ATTEMPTS = 3;

  private final InboxBatch batch;
  private final ParkedEvents parked;
  private final InboxMetrics metrics;

  ApplyOrPark(InboxBatch batch, ParkedEvents parked, InboxMetrics metrics) {
    this.batch = batch;
    this.parked = parked;
    this.metrics = metrics;
  }

  void apply(TopicListener listener, List<InboxRecord> records) {
    try {
      batch.apply(listener, records);
    } catch (RuntimeException failure) {
      rethrowIfTransient(failure);
      LOG.infof(
          "%s: a batch of %d failed and is applied one by one: %s",
          listener.topic(), records.size(), FailureReason.of(failure));
      records.forEach(one -> applyOne(listener, one));
    }
  }

  private void applyOne(TopicListener listener, InboxRecord one) {
    Backoff backoff = new Backoff(Duration.ofMillis(20), Duration.ofMillis(200));
    for (int attempt = 1; ; attempt++) {
      try {
        batch.apply(listener, List.of(one));
        return;
      } catch (RuntimeException failure) {
        rethrowIfTransient(failure);
        if (attempt == ATTEMPTS || failure instanceof UnreadableEvent) {
          park(one, failure, attempt);
          return;
        }
        pause(backoff.next());
      }
    }
  }

  private void park(InboxRecord one, RuntimeException failure, int attempts) {
    String reason = FailureReason.of(failure);
    LOG.errorf(
        failure,
        "%s: event %s of type %s is parked: %s",
        one.topic(),
        one.id(),
        one.type(),
        reason);
    parked.park(one, reason, attempts);
    metrics.parked(one.topic());
  }

  private static void rethrowIfTransient(RuntimeException failure) {
    if (failure instanceof KeyNotTold || DatabaseTrouble.passes(failure)) {
      throw failure;
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
