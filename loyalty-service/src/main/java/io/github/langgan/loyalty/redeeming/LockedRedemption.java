package io.github.langgan.loyalty.redeeming;

import static java.util.Objects.requireNonNull;

import io.github.langgan.loyalty.model.Balance;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.ledger.MemberAccount;
import io.github.langgan.loyalty.model.ledger.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A redemption with the accounts that it concerns, under their locks.
 *
 * @param own what the member pays who redeems
 * @param others what others of its pool pay
 */
record LockedRedemption(
    Redemption redemption,
    Payment own,
    List<Payment> others,
    Map<MembershipId, MemberAccount> accounts) {

  MemberAccount account(Membership member) {
    return requireNonNull(accounts.get(member.id()));
  }

  Balance balance(Instant now) {
    return account(own.owner()).balance(now);
  }

  Occasion occasion(Payment payment) {
    return payment.occasion(redemption.id());
  }

  /** Who redeemed, for those whose points are another's redemption. */
  @Nullable MembershipId redeemedBy(Payment payment) {
    return payment.equals(own) ? null : redemption.membership();
  }
}
