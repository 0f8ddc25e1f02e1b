package io.github.langgan.chassis.idempotency;

import io.github.langgan.chassis.duework.RecurringWork;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Deletes the expired answers, every hour. */
@Singleton
class ForgetAnswers implements RecurringWork {

  private static final Duration PAUSE = Duration.ofHours(1);
  private static final int AT_A_TIME = 5_000;

  private final StoredAnswers answers;

  ForgetAnswers(StoredAnswers answers) {
    this.answers = answers;
  }

  @Override
  public String kind() {
    return "idempotency-expiry";
  }

  @Override
  public Next run(String payload) {
    boolean mayBeMore = answers.deleteExpired(AT_A_TIME) == AT_A_TIME;
    return mayBeMore ? Next.atOnce("") : Next.after(PAUSE);
  }
}
