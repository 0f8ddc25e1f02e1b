package io.github.langgan.loyalty.redeeming;

import static java.util.Objects.requireNonNull;

import io.github.langgan.loyalty.model.Balance;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.ledger.MemberAccount;
import io.github.langgan.loyalty.model.ledger.Occasion;
import java.time.Instant;
import java.util.Map;

/**
 * A redemption with the accounts that it concerns, under their locks.
 *
 * @param owner who gets what comes back
 * @param payer from whose lots the points are: another one when two were united or divided since
 */
record LockedRedemption(
    Redemption redemption,
    Membership owner,
    Membership payer,
    Map<MembershipId, MemberAccount> accounts) {

  boolean isPaidByOther() {
    return !payer.id().equals(owner.id());
  }

  MemberAccount payerAccount() {
    return requireNonNull(accounts.get(payer.id()));
  }

  MemberAccount ownerAccount() {
    return requireNonNull(accounts.get(owner.id()));
  }

  Balance balance(Instant now) {
    return ownerAccount().balance(now);
  }

  Occasion occasion() {
    return Occasion.of(redemption.id()).thatCameFor(redemption.customer());
  }
}
