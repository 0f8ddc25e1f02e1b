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
  private final LoadingCache<Client, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_CLIENTS)
          .expireAfterAccess(Duration.ofMinutes(10))
          .build(this::newBucket);

  ClientBuckets(RateLimits limits) {
    this.limits = limits;
  }

  /**
   * @param guest who calls without an access token
   */
  record Client(String name, boolean guest) {}

  Bucket of(Client client) {
    return buckets.get(client);
  }

  RateLimit limit(Client client) {
    return client.guest() ? limits.guest() : limits.client().getOrDefault(client.name(), limits);
  }

  private Bucket newBucket(Client client) {
    var own = limit(client);
    return Bucket.builder()
        .addLimit(
            limit ->
                limit.capacity(own.burst()).refillGreedy(own.perSecond(), Duration.ofSeconds(1)))
        .build();
  }
}
