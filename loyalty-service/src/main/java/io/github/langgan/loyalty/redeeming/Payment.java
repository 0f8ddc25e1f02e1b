package io.github.langgan.loyalty.redeeming;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.RedemptionId;
import io.github.langgan.loyalty.model.ledger.Occasion;
import java.util.UUID;

/**
 * What one member pays of a redemption.
 *
 * @param record that it counts for
 * @param entryId by which the points left the balance first
 * @param owner who gets what comes back
 * @param payer from whose lots the points are: another one when two were united or divided since
 */
record Payment(CustomerId record, UUID entryId, Membership owner, Membership payer) {

  boolean isPaidByOther() {
    return !payer.id().equals(owner.id());
  }

  Occasion occasion(RedemptionId redemption) {
    return Occasion.of(redemption).thatCameFor(record);
  }
}
