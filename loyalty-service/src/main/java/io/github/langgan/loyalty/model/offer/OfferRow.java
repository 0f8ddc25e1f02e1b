package io.github.langgan.loyalty.model.offer;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.ProgramId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record OfferRow(
    UUID id,
    UUID propositionId,
    UUID programId,
    UUID membershipId,
    UUID customerId,
    UUID cameFor,
    OfferState state,
    boolean superseded,
    Occurrence occurrence,
    Instant extendedAt,
    Instant expiresAt,
    @Nullable Instant seenAt,
    @Nullable Instant endedAt,
    @Nullable UUID entryId,
    @Nullable UUID voucherId,
    long version) {

  /** Of one customer's offers of a proposition the accepted one counts, or the first open one. */
  static final String SELECT =
      """
      SELECT o.id, o.proposition_id, m.program_id, o.membership_id, m.customer_id,
             coalesce(m.came_for, m.customer_id) AS came_for, o.state,
             EXISTS (SELECT FROM membership om JOIN offer other ON other.membership_id = om.id
                      WHERE om.customer_id = m.customer_id AND om.program_id = m.program_id
                        AND other.proposition_id = o.proposition_id AND other.id <> o.id
                        AND (other.state = 'ACCEPTED'
                             OR other.state IN ('EXTENDED', 'SEEN') AND other.id < o.id))
               AS superseded,
             o.occurrence, o.extended_at, o.expires_at, o.seen_at, o.ended_at, o.entry_id,
             o.voucher_id, o.version
        FROM offer o JOIN membership m ON m.id = o.membership_id
      """;

  Offer offer() {
    return new Offer(
        new OfferId(id),
        new PropositionId(propositionId),
        new ProgramId(programId),
        new MembershipId(membershipId),
        new CustomerId(customerId),
        new CustomerId(cameFor),
        state,
        superseded && state != OfferState.ACCEPTED,
        occurrence,
        extendedAt,
        expiresAt,
        seenAt,
        endedAt,
        entryId,
        voucherId,
        version);
  }
}
