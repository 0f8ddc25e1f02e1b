package io.github.langgan.analytics.scoring;

import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.github.langgan.chassis.outbox.Outbox;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Works out the cut points again and again, and when they moved, goes through all customers in
 * parts, each in a transaction of its own, and publishes the scores that changed. The payload says
 * how far it came; empty: it starts.
 */
@Singleton
public class RescoreCustomers implements DueWorkHandler {

  static final String KIND = "rfm-scoring";
  private static final String ALL = "all";
  private static final UUID FIRST = new UUID(0, 0);
  private static final int PART = 5_000;

  private final CutPoints cutPoints;
  private final OutdatedScores outdated;
  private final ScoreCustomers scores;
  private final DueWork dueWork;
  private final Outbox outbox;
  private final Clock clock;
  private final Duration every;

  RescoreCustomers(
      CutPoints cutPoints,
      OutdatedScores outdated,
      ScoreCustomers scores,
      DueWork dueWork,
      Outbox outbox,
      Clock clock,
      @ConfigProperty(name = "langgan.scoring.every") Duration every) {
    this.cutPoints = cutPoints;
    this.outdated = outdated;
    this.scores = scores;
    this.dueWork = dueWork;
    this.outbox = outbox;
    this.clock = clock;
    this.every = every;
  }

  @Transactional
  void start(@Observes StartupEvent event) {
    dueWork.schedule(KIND, ALL, clock.instant(), "");
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(List<DueItem> items) {
    items.forEach(item -> run(item.payload()));
  }

  private void run(String payload) {
    if (payload.isEmpty() && !cutPoints.workOut()) {
      again(every, "");
      return;
    }
    UUID last = payload.isEmpty() ? FIRST : UUID.fromString(payload);
    OutdatedScores.Part part = outdated.after(last, PART);
    Instant now = clock.instant();
    outbox.append(
        scores.score(part.customers()).stream()
            .filter(ScoredCustomer::changed)
            .map(scored -> scored.updatedAt(now))
            .toList());
    if (part.reached() == null) {
      cutPoints.spread();
      again(every, "");
    } else {
      again(Duration.ofMillis(1), part.reached().toString());
    }
  }

  private void again(Duration after, String payload) {
    dueWork.schedule(KIND, ALL, clock.instant().plus(after), payload);
  }
}
