package io.github.langgan.chassis.sample;

import io.github.langgan.chassis.ratelimit.RateLimitFilter;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Lets callers in by a header, and believes whatever it says. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public final class SampleGuests implements ContainerRequestFilter {

  public static final String HEADER = "Sample-Link";

  @Override
  public void filter(ContainerRequestContext request) {
    var link = request.getHeaderString(HEADER);
    if (link != null) {
      request.setProperty(RateLimitFilter.GUEST, link);
    }
  }
}
