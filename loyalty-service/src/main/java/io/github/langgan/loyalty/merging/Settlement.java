package io.github.langgan.loyalty.merging;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.ledger.Lot;
import io.github.langgan.loyalty.model.ledger.Share;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How the points of two members that shared one account are divided: to each what came for it, less
 * what it spent of the other's. What is spent comes first from the lots that expire soonest, as
 * always.
 *
 * @param shares of the lots on the shared account that go to the split-off one
 * @param mergedShort points that the split-off one should have had and the survivor has spent
 * @param survivorShort points that the survivor should have had and the split-off one has spent
 */
record Settlement(List<Share> shares, long mergedShort, long survivorShort) {

  /**
   * What was spent, or taken back by returns, of the other's lots.
   *
   * @param bySurvivor of the split-off one's lots
   * @param byMerged of the survivor's lots
   */
  record Crossed(long bySurvivor, long byMerged) {}

  /**
   * @param lots with what is left on the shared account
   * @param owner the record that its membership came for
   * @param back the records that the split-off one has again
   */
  static Settlement of(
      List<Lot> lots, CustomerId owner, Set<UUID> back, Crossed crossed, Instant at) {
    long owed = crossed.bySurvivor() - crossed.byMerged();
    List<Lot> ordered = lots.stream().sorted(Lot.SOONEST_TO_EXPIRE).toList();
    long toMerged = Math.max(0, owed);
    long toSurvivor = Math.max(0, -owed);
    List<Share> shares = new ArrayList<>();
    for (Lot lot : ordered) {
      boolean mergeds = back.contains((lot.cameFor() == null ? owner : lot.cameFor()).value());
      long most = lot.isAliveAt(at) ? lot.remaining() : 0;
      long given;
      if (mergeds) {
        long kept = Math.min(toSurvivor, most);
        toSurvivor -= kept;
        given = lot.remaining() - kept;
      } else {
        given = Math.min(toMerged, most);
        toMerged -= given;
      }
      if (given > 0) {
        shares.add(new Share(lot.id(), given));
      }
    }
    return new Settlement(shares, toMerged, toSurvivor);
  }
}
