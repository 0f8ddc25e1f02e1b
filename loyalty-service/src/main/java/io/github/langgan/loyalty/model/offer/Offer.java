package io.github.langgan.loyalty.model.offer;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.ProgramId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one member is offered.
 *
 * @param membership that it was extended to, which may be united into another since
 * @param customer whose it is now
 * @param cameFor the record that the membership came for
 * @param superseded another offer of the proposition to the same customer counts: two records were
 *     merged
 * @param entry by which its points were given
 * @param voucher that was given
 */
public record Offer(
    OfferId id,
    PropositionId proposition,
    ProgramId program,
    MembershipId membership,
    CustomerId customer,
    CustomerId cameFor,
    OfferState state,
    boolean superseded,
    Occurrence occurrence,
    Instant extendedAt,
    Instant expiresAt,
    @Nullable Instant seenAt,
    @Nullable Instant endedAt,
    @Nullable UUID entry,
    @Nullable UUID voucher,
    long version) {

  /** An open offer is over from its time on, whether or not that was noted. */
  public OfferState stateAt(Instant at) {
    return state.isOpen() && !at.isBefore(expiresAt) ? OfferState.EXPIRED : state;
  }

  /** Whether the member may still accept or decline it. */
  public boolean isOpenAt(Instant at) {
    return stateAt(at).isOpen() && !superseded;
  }

  public Offer seen(Instant at) {
    return next(OfferState.SEEN, at, null, null, null);
  }

  public Offer accepted(Instant at, @Nullable UUID byEntry, @Nullable UUID withVoucher) {
    return next(OfferState.ACCEPTED, seenAt, at, byEntry, withVoucher);
  }

  /** Without a benefit. */
  public Offer ended(OfferState as, Instant at) {
    return next(as, seenAt, at, null, null);
  }

  private Offer next(
      OfferState next,
      @Nullable Instant seen,
      @Nullable Instant end,
      @Nullable UUID byEntry,
      @Nullable UUID withVoucher) {
    return new Offer(
        id,
        proposition,
        program,
        membership,
        customer,
        cameFor,
        next,
        superseded,
        occurrence,
        extendedAt,
        expiresAt,
        seen,
        end,
        byEntry,
        withVoucher,
        version + 1);
  }
}
