package io.github.langgan.analytics.model;

import java.time.Duration;
import java.time.Instant;

/**
 * A customer's stage, from how long it has been silent against the time that usually passes between
 * two of its purchases. That usual time is the mean of its own gaps and one more of the
 * population's median, so that a customer with few purchases is judged mostly by what others do. If
 * gaps are exponential, an active customer is silent for twice its mean gap with probability 0.14,
 * and for four times with 0.02.
 *
 * @param typicalGap the population's median
 */
public record Lifecycle(Duration typicalGap) {

  private static final int LAPSING_AFTER = 2;
  private static final int LAPSED_AFTER = 4;

  /** A customer's purchases; the times are of the first and the last. */
  public record Purchases(int count, Instant first, Instant last) {}

  public Duration usualGap(Purchases purchases) {
    return Duration.between(purchases.first(), purchases.last())
        .plus(typicalGap)
        .dividedBy(purchases.count());
  }

  public Stage stageOf(Purchases purchases, Instant now) {
    Duration silence = Duration.between(purchases.last(), now);
    Duration usual = usualGap(purchases);
    if (silence.compareTo(usual.multipliedBy(LAPSED_AFTER)) > 0) {
      return Stage.LAPSED;
    }
    if (silence.compareTo(usual.multipliedBy(LAPSING_AFTER)) > 0) {
      return Stage.LAPSING;
    }
    return purchases.count() == 1 ? Stage.NEW : Stage.ACTIVE;
  }

  /** From when on a customer with these purchases was in its stage. */
  public Instant since(Stage stage, Purchases purchases) {
    return switch (stage) {
      case LAPSED -> purchases.last().plus(usualGap(purchases).multipliedBy(LAPSED_AFTER));
      case LAPSING -> purchases.last().plus(usualGap(purchases).multipliedBy(LAPSING_AFTER));
      case PROSPECT, NEW, ACTIVE -> purchases.last();
    };
  }
}
