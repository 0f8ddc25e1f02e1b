package io.github.langgan.customer.upkeep.updating;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who calls without an access token: what its update token says. */
@RequestScoped
class TokenHolder {

  private UpdateTokens.@Nullable Claims claims;

  void shows(Optional<UpdateTokens.Claims> read) {
    claims = read.orElse(null);
  }

  UpdateTokens.Claims claims() {
    return Optional.ofNullable(claims).orElseThrow(UpdateProblems::unauthorized);
  }
}
