package io.github.langgan.chassis.idempotency;

import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Deletes the expired answers: at once after a start, then every hour. */
@Singleton
class ForgetAnswers implements DueWorkHandler {

  static final String KIND = "idempotency-expiry";
  private static final String SUBJECT = "all";
  private static final Duration PAUSE = Duration.ofHours(1);
  private static final int AT_A_TIME = 5_000;

  private final StoredAnswers answers;
  private final DueWork dueWork;
  private final Clock clock;

  ForgetAnswers(StoredAnswers answers, DueWork dueWork, Clock clock) {
    this.answers = answers;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Transactional
  void start(@Observes StartupEvent event) {
    dueWork.schedule(KIND, SUBJECT, clock.instant(), "");
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(List<DueItem> items) {
    boolean mayBeMore = answers.deleteExpired(AT_A_TIME) == AT_A_TIME;
    Duration pause = mayBeMore ? Duration.ZERO : PAUSE;
    dueWork.schedule(KIND, SUBJECT, clock.instant().plus(pause), "");
  }
}
