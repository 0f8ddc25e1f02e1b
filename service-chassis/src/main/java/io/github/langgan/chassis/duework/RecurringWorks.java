package io.github.langgan.chassis.duework;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Recurring work as due work that schedules itself. */
@Singleton
class RecurringWorks {

  private static final String SUBJECT = "all";

  /** What is due no later than its own run counts as done by it. */
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1);

  private final List<RecurringWork> works;
  private final DueWork dueWork;
  private final Clock clock;

  RecurringWorks(@All List<RecurringWork> works, DueWork dueWork, Clock clock) {
    this.works = works;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Transactional
  void start(@Observes StartupEvent event) {
    works.forEach(work -> dueWork.schedule(work.kind(), SUBJECT, clock.instant(), ""));
  }

  List<DueWorkHandler> handlers() {
    return works.stream().<DueWorkHandler>map(Handler::new).toList();
  }

  private final class Handler implements DueWorkHandler {

    private final RecurringWork work;

    private Handler(RecurringWork work) {
      this.work = work;
    }

    @Override
    public String kind() {
      return work.kind();
    }

    @Override
    public void run(List<DueItem> items) {
      for (DueItem item : items) {
        RecurringWork.Next next = work.run(item.payload());
        Duration pause = next.pause().compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : next.pause();
        dueWork.schedule(kind(), SUBJECT, clock.instant().plus(pause), next.payload());
      }
    }
  }
}
