package io.github.langgan.loyalty.contract;

import io.github.langgan.loyalty.model.ledger.Entry;
import java.time.Instant;
import java.util.UUID;

/**
 * The member is another's member, too: two records of one customer were merged.
 *
 * @param unitedInto the membership that holds the points of both
 */
public record MembershipUnitedV1(
    UUID membershipId,
    UUID customerId,
    UUID programId,
    UUID unitedInto,
    UUID mergeId,
    Instant at,
    BalanceV1 balance)
    implements MembershipEvent {

  /**
   * @param left by which the points left
   */
  public static MembershipUnitedV1 of(Entry left, UUID unitedInto, UUID mergeId) {
    return new MembershipUnitedV1(
        left.membership().value(),
        left.customer().value(),
        left.program().value(),
        unitedInto,
        mergeId,
        left.at(),
        BalanceV1.of(left.balanceAfter()));
  }

  @Override
  public String type() {
    return "membership.united";
  }
}
