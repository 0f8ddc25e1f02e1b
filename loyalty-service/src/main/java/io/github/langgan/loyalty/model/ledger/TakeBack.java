package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.TransactionId;

/** What a return took from a membership, and what it could not take. */
public record TakeBack(
    TransactionId returned, MembershipId membership, long points, long shortfall) {

  TakeBack plus(TakeBack later) {
    return new TakeBack(returned, membership, points + later.points, shortfall + later.shortfall);
  }
}
