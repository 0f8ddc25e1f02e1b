package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.tier.Counted;
import io.github.langgan.loyalty.model.tier.MemberTier;
import io.github.langgan.loyalty.model.transaction.Purchase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tiers of members whose rules ask for them; purchases of a batch count for those after. */
final class TierBook {

  private final Map<MembershipId, MemberTier> tiers = new HashMap<>();

  void know(MemberTier tier) {
    tiers.put(tier.holder().id(), tier);
  }

  boolean knows(MembershipId holder) {
    return tiers.containsKey(holder);
  }

  /** Empty where there are none, or nobody asked. */
  String codeOf(MembershipId holder, Instant at) {
    @Nullable MemberTier tier = tiers.get(holder);
    return tier == null ? "" : tier.codeAt(at);
  }

  /**
   * @param rest what is left of the purchase; null when all came back
   */
  void count(Earning earning, MembershipId holder, @Nullable Purchase rest) {
    @Nullable MemberTier tier = tiers.get(holder);
    if (tier != null && rest != null) {
      count(tier, earning, rest.occurredAt(), rest.total());
    } else if (tier != null) {
      tier.discount(earning.membership(), earning.purchase().value());
    }
  }

  private static void count(MemberTier tier, Earning earning, Instant at, BigDecimal spend) {
    tier.count(
        earning.membership(),
        earning.purchase().value(),
        Counted.purchase(at, earning.standing(), spend));
  }
}
