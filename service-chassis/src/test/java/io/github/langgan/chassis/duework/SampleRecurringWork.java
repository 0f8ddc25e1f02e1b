package io.github.langgan.chassis.duework;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Counts to two, one in each run, and again a day later. */
@Singleton
class SampleRecurringWork implements RecurringWork {

  static final Duration PAUSE = Duration.ofDays(1);

  final List<String> payloads = new CopyOnWriteArrayList<>();

  @Override
  public String kind() {
    return "sample-recurring";
  }

  @Override
  public Next run(String payload) {
    payloads.add(payload);
    return switch (payload) {
      case "" -> Next.atOnce("1");
      case "1" -> Next.atOnce("2");
      default -> Next.after(PAUSE);
    };
  }
}
