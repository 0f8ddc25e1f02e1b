package io.github.langgan.loyalty.merging;

import io.github.langgan.loyalty.contract.TierChangedV1;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.ledger.MemberAccount;
import io.github.langgan.loyalty.model.tier.SettleTiers;
import io.github.langgan.loyalty.model.tier.SettleTiers.Cause;
import io.github.langgan.loyalty.model.tier.TierChange.Reason;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What united memberships bought counts together, and the better tier of each alone stays; as both
 * are computed of what each bought, the undoing gives each back its own.
 */
@Singleton
class MergedTiers {

  private final SettleTiers settleTiers;

  MergedTiers(SettleTiers settleTiers) {
    this.settleTiers = settleTiers;
  }

  List<TierChangedV1> settle(
      Collection<MemberAccount> accounts, Reason reason, Merge merge, Instant now) {
    List<Membership> holders =
        accounts.stream().map(MemberAccount::membership).filter(one -> !one.isUnited()).toList();
    return settleTiers.settle(holders, new Cause(reason, merge.id()), now).stream()
        .map(TierChangedV1::of)
        .toList();
  }
}
