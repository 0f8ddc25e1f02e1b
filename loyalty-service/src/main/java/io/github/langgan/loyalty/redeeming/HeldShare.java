package io.github.langgan.loyalty.redeeming;

import io.github.langgan.loyalty.model.ledger.Share;
import java.util.UUID;

/**
 * What a redemption holds of a lot.
 *
 * @param accountId whose lot it is
 */
record HeldShare(UUID accountId, UUID lotId, long points) {

  HeldShare of(long part) {
    return new HeldShare(accountId, lotId, part);
  }

  Share share() {
    return new Share(lotId, points);
  }
}
