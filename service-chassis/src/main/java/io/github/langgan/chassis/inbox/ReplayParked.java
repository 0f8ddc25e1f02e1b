package io.github.langgan.chassis.inbox;

import io.github.langgan.chassis.inbox.ParkedEvents.ParkedRecord;
import io.github.langgan.chassis.sql.DatabaseTrouble;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;

/** One step of a replay: a key's parked events are applied oldest first, each in a transaction. */
@Singleton
class ReplayParked {

  private final ParkedEvents parked;
  private final InboxBatch batch;
  private final TopicListeners listeners;

  ReplayParked(ParkedEvents parked, InboxBatch batch, TopicListeners listeners) {
    this.parked = parked;
    this.batch = batch;
    this.listeners = listeners;
  }

  /** Applies every parked event of the key, or stops at the first that fails again. */
  ReplayResult replay(String topic, String key) {
    int applied = 0;
    while (true) {
      ParkedRecord[] first = new ParkedRecord[1];
      try {
        if (!step(topic, key, first)) {
          return new ReplayResult(applied, null, null);
        }
        applied++;
      } catch (RuntimeException failure) {
        if (DatabaseTrouble.passes(failure) || first[0] == null) {
          throw failure;
        }
        parked.failedAgain(first[0].id(), FailureReason.of(failure));
        return new ReplayResult(applied, first[0].id(), FailureReason.of(failure));
      }
    }
  }

  /** Takes the event out for good; those behind it can be replayed then. */
  @Transactional
  void drop(ParkedRecord dropped) {
    parked.lockAll(dropped.record().topic(), dropped.record().key());
    parked.remove(dropped.id());
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  boolean step(String topic, String key, ParkedRecord[] first) {
    List<ParkedRecord> waiting = parked.lockAll(topic, key);
    if (waiting.isEmpty()) {
      return false;
    }
    first[0] = waiting.getFirst();
    batch.applyAdmitted(listeners.of(topic), List.of(first[0].record()));
    parked.remove(first[0].id());
    return true;
  }
}
