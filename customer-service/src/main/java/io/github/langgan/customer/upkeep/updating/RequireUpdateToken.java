package io.github.langgan.customer.upkeep.updating;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Refuses all others before anything of their request is looked at. */
@Provider
@OwnRecordCall
@Priority(Priorities.AUTHORIZATION + 200)
public final class RequireUpdateToken implements ContainerRequestFilter {

  private final TokenHolder holder;
  private final TokenStandings standings;

  RequireUpdateToken(TokenHolder holder, TokenStandings standings) {
    this.holder = holder;
    this.standings = standings;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    TokenStanding standing = standings.of(holder.claims());
    if (!(standing instanceof TokenStanding.Open)) {
      throw UpdateProblems.refusal(standing);
    }
  }
}
