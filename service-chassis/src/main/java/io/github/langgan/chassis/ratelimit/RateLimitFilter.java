package io.github.langgan.chassis.ratelimit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.chassis.security.Caller;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Requests per second of one client, the application that the token names: no header that a caller
 * chooses plays a part. Headers as draft-ietf-httpapi-ratelimit-headers has them.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 100)
public final class RateLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String REMAINING = RateLimitFilter.class.getName();
  private static final int MOST_CLIENTS = 10_000;

  private final Caller caller;
  private final long perSecond;
  private final long burst;
  private final LoadingCache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_CLIENTS)
          .expireAfterAccess(Duration.ofMinutes(10))
          .build(client -> newBucket());

  public RateLimitFilter(
      Caller caller,
      @ConfigProperty(name = "langgan.rate-limit.per-second", defaultValue = "2000") long perSecond,
      @ConfigProperty(name = "langgan.rate-limit.burst", defaultValue = "4000") long burst) {
    this.caller = caller;
    this.perSecond = perSecond;
    this.burst = burst;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getSecurityContext().getUserPrincipal() == null) {
      return;
    }
    var probe = buckets.get(caller.clientId()).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      var wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusMillis(999);
      throw Problem.of(Problems.RATE_LIMITED)
          .retryAfter(wait)
          .withHeader("RateLimit", "\"client\";r=0;t=" + Math.max(1, wait.toSeconds()))
          .withHeader("RateLimit-Policy", policy());
    }
    request.setProperty(REMAINING, probe.getRemainingTokens());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(REMAINING) instanceof Long remaining) {
      response.getHeaders().putSingle("RateLimit", "\"client\";r=" + remaining + ";t=1");
      response.getHeaders().putSingle("RateLimit-Policy", policy());
    }
  }

  private String policy() {
    return "\"client\";q=" + perSecond + ";w=1";
  }

  private Bucket newBucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }
}
