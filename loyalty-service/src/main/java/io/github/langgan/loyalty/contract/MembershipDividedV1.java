package io.github.langgan.loyalty.contract;

import io.github.langgan.loyalty.model.ledger.Entry;
import java.time.Instant;
import java.util.UUID;

/**
 * A united membership holds its own points again: the merge was undone.
 *
 * @param dividedFrom the membership that held the points of both
 */
public record MembershipDividedV1(
    UUID membershipId,
    UUID customerId,
    UUID programId,
    UUID dividedFrom,
    UUID mergeId,
    Instant at,
    BalanceV1 balance)
    implements MembershipEvent {

  /**
   * @param came by which the points came
   */
  public static MembershipDividedV1 of(Entry came, UUID dividedFrom, UUID mergeId) {
    return new MembershipDividedV1(
        came.membership().value(),
        came.customer().value(),
        came.program().value(),
        dividedFrom,
        mergeId,
        came.at(),
        BalanceV1.of(came.balanceAfter()));
  }

  @Override
  public String type() {
    return "membership.divided";
  }
}
