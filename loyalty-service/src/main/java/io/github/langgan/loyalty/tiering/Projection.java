package io.github.langgan.loyalty.tiering;

import static java.util.Objects.requireNonNullElse;

import io.github.langgan.loyalty.model.tier.Held;
import io.github.langgan.loyalty.model.tier.Level;
import io.github.langgan.loyalty.model.tier.MemberTier;
import io.github.langgan.loyalty.model.tier.TierPeriod;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The tier at the end of the period if nothing more is bought and no complaint stays open. */
record Projection(Instant at, Level level) {

  static Projection of(MemberTier tier, Held held, Instant now) {
    @Nullable TierPeriod period = held.scheme().period();
    boolean ends = period != null && period.kind() != TierPeriod.Kind.ROLLING;
    Instant at =
        requireNonNullElse(
            ends ? held.standing().periodEnd() : requireNonNullElse(held.until(), now), now);
    return new Projection(at, tier.at(at).map(Held::level).orElse(held.level()));
  }
}
