package io.github.langgan.loyalty.redeeming;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.RedemptionId;
import java.time.Instant;
import java.util.UUID;

/**
 * Points that a member spent.
 *
 * @param membership that was named: whose points were spent when others held them is told by the
 *     entry
 * @param customer the record that the named membership came for
 * @param reversed how many of them were given back
 */
record Redemption(
    RedemptionId id,
    MembershipId membership,
    CustomerId customer,
    UUID entryId,
    long points,
    long reversed,
    Instant redeemedAt,
    long version) {

  long reversible() {
    return points - reversed;
  }

  Redemption reversing(long more) {
    return new Redemption(
        id, membership, customer, entryId, points, reversed + more, redeemedAt, version + 1);
  }
}
