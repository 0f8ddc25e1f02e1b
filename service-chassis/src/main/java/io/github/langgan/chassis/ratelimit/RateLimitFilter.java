package io.github.langgan.chassis.ratelimit;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.chassis.ratelimit.ClientBuckets.Client;
import io.github.langgan.chassis.security.Caller;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Optional;

/**
 * Requests per second of one client, the application that the token names: no header that a caller
 * chooses plays a part. Who calls without an access token is told by what an earlier filter found
 * in {@link #GUEST}. Headers as draft-ietf-httpapi-ratelimit-headers has them.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 100)
public final class RateLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {

  /** Request property: what lets a caller in that has no access token; all others have one. */
  public static final String GUEST = RateLimitFilter.class.getName() + ".guest";

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
    client(request).ifPresent(client -> count(client, request));
  }

  private Optional<Client> client(ContainerRequestContext request) {
    if (request.getProperty(GUEST) instanceof String guest) {
      return Optional.of(new Client(guest, true));
    }
    return request.getSecurityContext().getUserPrincipal() == null
        ? Optional.empty()
        : Optional.of(new Client(caller.clientId(), false));
  }

  private void count(Client client, ContainerRequestContext request) {
    var probe = buckets.of(client).tryConsumeAndReturnRemaining(1);
    var wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusMillis(999).toSeconds();
    var policy = "\"client\";q=" + buckets.limit(client).perSecond() + ";w=1";
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
