package io.github.langgan.chassis.ratelimit;

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

/**
 * Requests per second of one client, the application that the token names: no header that a caller
 * chooses plays a part. Headers as draft-ietf-httpapi-ratelimit-headers has them.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 100)
public final class RateLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String STATE = RateLimitFilter.class.getName();

  private final Caller caller;
  private final ClientBuckets buckets;

  RateLimitFilter(Caller caller, ClientBuckets buckets) {
    this.caller = caller;
    this.buckets = buckets;
  }

  private record State(String policy, long remaining, long seconds) {
    String header() {
      return "\"client\";r=" + remaining + ";t=" + seconds;
    }
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getSecurityContext().getUserPrincipal() == null) {
      return;
    }
    var client = caller.clientId();
    var probe = buckets.of(client).tryConsumeAndReturnRemaining(1);
    var wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusMillis(999).toSeconds();
    var policy = "\"client\";q=" + buckets.perSecond(client) + ";w=1";
    request.setProperty(STATE, new State(policy, probe.getRemainingTokens(), Math.max(1, wait)));
    if (!probe.isConsumed()) {
      throw Problem.of(Problems.RATE_LIMITED).retryAfter(Duration.ofSeconds(wait));
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(STATE) instanceof State state) {
      response.getHeaders().putSingle("RateLimit", state.header());
      response.getHeaders().putSingle("RateLimit-Policy", state.policy());
    }
  }
}
