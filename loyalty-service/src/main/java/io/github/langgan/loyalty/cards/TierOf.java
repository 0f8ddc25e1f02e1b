package io.github.langgan.loyalty.cards;

import io.github.langgan.loyalty.model.Membership;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The tier that a fee policy may name. Members have none yet: here they will be looked up. */
@Singleton
class TierOf {

  Optional<String> member(Membership membership) {
    return Optional.empty();
  }
}
