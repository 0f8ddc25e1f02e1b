package io.github.langgan.loyalty.contract;

import io.github.langgan.loyalty.model.tier.TierChange;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param from null for the first tier
 * @param until as things stand; null when no time ends it
 */
public record TierChangedV1(
    UUID membershipId,
    UUID customerId,
    UUID programId,
    @Nullable String from,
    String to,
    String reason,
    @Nullable Instant until,
    Instant at)
    implements MembershipEvent {

  public static TierChangedV1 of(TierChange change) {
    return new TierChangedV1(
        change.membership().id().value(),
        change.membership().cameFor().value(),
        change.membership().program().value(),
        change.from(),
        change.to(),
        change.reason().name(),
        change.until(),
        change.at());
  }

  @Override
  public String type() {
    return "tier.changed";
  }
}
