package io.github.langgan.loyalty.voucher.checkout;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.chassis.security.Caller;
import io.github.langgan.loyalty.model.voucher.Asked;
import io.github.langgan.loyalty.model.voucher.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps clients from guessing codes: who asked for too many that don't exist is answered nothing
 * for a while, not even about one that does. A mistyped code counts a tenth: people mistype. Per
 * process, as other rate limits are.
 */
@Singleton
class UnknownCodes {

  private static final int MOST_CLIENTS = 10_000;
  private static final int UNKNOWN = 10;
  private static final int MISTYPED = 1;

  private final Caller caller;
  private final LoadingCache<String, Bucket> buckets;

  UnknownCodes(
      Caller caller,
      Clock clock,
      @ConfigProperty(name = "langgan.vouchers.unknown-codes-per-minute") int perMinute) {
    this.caller = caller;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build(client -> bucket(perMinute * UNKNOWN, clock));
  }

  /** 429 for a client that has guessed too much. */
  void requireFewBefore() {
    var probe = buckets.get(caller.clientId()).estimateAbilityToConsume(UNKNOWN);
    if (!probe.canBeConsumed()) {
      throw Problem.of(Problems.RATE_LIMITED, "Too many unknown voucher codes")
          .retryAfter(Duration.ofNanos(probe.getNanosToWaitForRefill()).plusMillis(999));
    }
  }

  void count(List<Asked> asked) {
    int cost = asked.stream().mapToInt(UnknownCodes::cost).sum();
    if (cost > 0) {
      buckets.get(caller.clientId()).consumeIgnoringRateLimits(cost);
    }
  }

  private static int cost(Asked asked) {
    return switch (asked) {
      case Asked.Found found -> 0;
      case Asked.NotFound(var typed, var why) -> why == Refusal.MISTYPED_CODE ? MISTYPED : UNKNOWN;
    };
  }

  private static Bucket bucket(int perMinute, Clock clock) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .withCustomTimePrecision(new ClockTime(clock))
        .build();
  }

  private record ClockTime(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
