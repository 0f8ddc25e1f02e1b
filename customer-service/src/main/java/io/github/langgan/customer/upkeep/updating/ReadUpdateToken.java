package io.github.langgan.customer.upkeep.updating;

import io.github.langgan.chassis.ratelimit.RateLimitFilter;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** Reads the token before requests are counted, each by its own; those without one together. */
@Provider
@OwnRecordCall
@Priority(Priorities.AUTHENTICATION)
public final class ReadUpdateToken implements ContainerRequestFilter {

  private static final String NOBODY = "";

  private final UpdateTokens tokens;
  private final TokenHolder holder;

  ReadUpdateToken(UpdateTokens tokens, TokenHolder holder) {
    this.tokens = tokens;
    this.holder = holder;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<UpdateTokens.Claims> read = tokens.read(request.getHeaderString(OwnRecordCall.HEADER));
    holder.shows(read);
    request.setProperty(
        RateLimitFilter.GUEST, read.map(claims -> claims.requestId().toString()).orElse(NOBODY));
  }
}
