package io.github.langgan.loyalty.cards;

import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.tier.Tiers;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The tier that a fee policy may name. */
@Singleton
class TierOf {

  private final Tiers tiers;

  TierOf(Tiers tiers) {
    this.tiers = tiers;
  }

  Optional<String> member(Membership membership) {
    return Optional.ofNullable(tiers.now(membership)).map(held -> held.level().code());
  }
}
