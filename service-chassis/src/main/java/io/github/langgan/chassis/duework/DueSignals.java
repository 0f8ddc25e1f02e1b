package io.github.langgan.chassis.duework;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Tells the thread of a kind that something of it is due. */
@Singleton
class DueSignals {

  private final Map<String, Semaphore> signals = new ConcurrentHashMap<>();

  /** Returns at once, also when nobody here works on such. */
  void give(String kind) {
    signal(kind).release();
  }

  /** Until there was a signal since the last one that was awaited. */
  void await(String kind) throws InterruptedException {
    signal(kind).acquire();
    signal(kind).drainPermits();
  }

  private Semaphore signal(String kind) {
    return signals.computeIfAbsent(kind, anew -> new Semaphore(0));
  }
}
