package io.github.langgan.analytics.scoring;

import io.github.langgan.chassis.duework.RecurringWork;
import io.github.langgan.chassis.outbox.Outbox;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Works out the cut points again and again, and when they moved, goes through all customers in
 * parts, each in a transaction of its own, and publishes the scores that changed. The payload says
 * how far it came; empty: it starts.
 */
@Singleton
public class RescoreCustomers implements RecurringWork {

  static final String KIND = "rfm-scoring";
  private static final UUID FIRST = new UUID(0, 0);
  private static final int PART = 5_000;

  private final CutPoints cutPoints;
  private final OutdatedScores outdated;
  private final ScoreCustomers scores;
  private final Outbox outbox;
  private final Clock clock;
  private final Duration every;

  RescoreCustomers(
      CutPoints cutPoints,
      OutdatedScores outdated,
      ScoreCustomers scores,
      Outbox outbox,
      Clock clock,
      @ConfigProperty(name = "langgan.scoring.every") Duration every) {
    this.cutPoints = cutPoints;
    this.outdated = outdated;
    this.scores = scores;
    this.outbox = outbox;
    this.clock = clock;
    this.every = every;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Next run(String payload) {
    if (payload.isEmpty() && !cutPoints.workOut()) {
      return Next.after(every);
    }
    UUID last = payload.isEmpty() ? FIRST : UUID.fromString(payload);
    OutdatedScores.Part part = outdated.after(last, PART);
    Instant now = clock.instant();
    outbox.append(
        scores.score(part.customers()).stream()
            .filter(ScoredCustomer::changed)
            .map(scored -> scored.updatedAt(now))
            .toList());
    if (part.reached() != null) {
      return Next.atOnce(part.reached().toString());
    }
    cutPoints.spread();
    return Next.after(every);
  }
}
