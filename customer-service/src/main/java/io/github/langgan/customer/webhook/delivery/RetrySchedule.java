package io.github.langgan.customer.webhook.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * When to try again: the example schedule of the Standard Webhooks specification (spec/
 * standard-webhooks.md, "Deliverability and reliability"), ten attempts over three days, each wait
 * up to a fifth longer, so that not all come again at one moment.
 */
final class RetrySchedule {

  /** Nothing is tried for longer, also when attempts were put off. */
  static final Duration LONGEST = Duration.ofHours(100);

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  private static final Duration LONGEST_ASKED_FOR = Duration.ofHours(24);
  private static final double JITTER = 0.2;

  private RetrySchedule() {}

  /**
   * @param failed attempts so far, from 1
   * @param asked what the receiver wants; longer than a day is a day
   * @return empty after the last attempt
   */
  static Optional<Duration> waitAfter(int failed, @Nullable Duration asked) {
    if (failed > WAITS.size()) {
      return Optional.empty();
    }
    Duration wait = WAITS.get(failed - 1);
    double longer = ThreadLocalRandom.current().nextDouble(JITTER);
    Duration spread = wait.plusMillis((long) (wait.toMillis() * longer));
    if (asked == null || asked.compareTo(spread) <= 0) {
      return Optional.of(spread);
    }
    return Optional.of(asked.compareTo(LONGEST_ASKED_FOR) > 0 ? LONGEST_ASKED_FOR : asked);
  }
}
