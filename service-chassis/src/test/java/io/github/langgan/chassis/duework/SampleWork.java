package io.github.langgan.chassis.duework;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often each subject was run, in memory: what a transaction took back still counts. */
@Singleton
class SampleWork implements DueWorkHandler {

  static final String KIND = "sample";

  final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
  final Set<String> failing = ConcurrentHashMap.newKeySet();
  final Set<String> endless = ConcurrentHashMap.newKeySet();

  private final DueWork dueWork;
  private final Clock clock;

  SampleWork(DueWork dueWork, Clock clock) {
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(List<DueItem> items) {
    for (DueItem item : items) {
      if (failing.contains(item.subject())) {
        throw new IllegalStateException("fails, for a test");
      }
    }
    items.stream()
        .map(DueItem::subject)
        .filter(endless::contains)
        .forEach(more -> dueWork.schedule(KIND, more, clock.instant().plusNanos(1_000), ""));
    items.forEach(
        item ->
            runs.computeIfAbsent(item.subject(), name -> new AtomicInteger()).incrementAndGet());
  }

  int runsOf(String subject) {
    return runs.getOrDefault(subject, new AtomicInteger()).get();
  }
}
