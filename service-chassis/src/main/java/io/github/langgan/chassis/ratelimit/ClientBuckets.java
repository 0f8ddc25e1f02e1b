package io.github.langgan.chassis.ratelimit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * A token bucket for each client, for as many clients as fit; who was forgotten starts with a full
 * one. Per process: with n replicas a client may have n times the rate.
 */
@ApplicationScoped
class ClientBuckets {

  private static final int MOST_CLIENTS = 10_000;

  private final RateLimits limits;
  private final LoadingCache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_CLIENTS)
          .expireAfterAccess(Duration.ofMinutes(10))
          .build(this::newBucket);

  ClientBuckets(RateLimits limits) {
    this.limits = limits;
  }

  Bucket of(String client) {
    return buckets.get(client);
  }

  long perSecond(String client) {
    var own = limits.client().get(client);
    return own == null ? limits.perSecond() : own.perSecond();
  }

  private Bucket newBucket(String client) {
    var own = limits.client().get(client);
    long burst = own == null ? limits.burst() : own.burst();
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(burst).refillGreedy(perSecond(client), Duration.ofSeconds(1)))
        .build();
  }
}
