package io.github.langgan.loyalty.returning;

import io.github.langgan.chassis.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Return", description = "What came of a return, and what could not be undone.")
record ReturnView(
    @Schema(required = true) UUID transactionId,
    @Schema(required = true) String partner,
    @Schema(required = true, description = "The return's number at the partner") String externalId,
    @Schema(required = true) Instant occurredAt,
    @Schema(required = true, description = "Of which something came back") List<UUID> purchaseIds,
    @Schema(required = true) List<EffectView> effects) {

  enum Effect {
    /** By the purchase's own lot first. */
    POINTS_TAKEN_BACK(true),
    /** They were spent; what comes later pays them. */
    POINTS_OWED(true),
    /** They were spent or had expired, and the member had no others. */
    POINTS_GONE(false),
    /** It is what it would be without what came back. */
    TIER_CHANGED(true),
    VOUCHER_RESTORED(true),
    /** The discount is counted for what was kept only. */
    VOUCHER_REDUCED(true),
    /** What was kept is less than the voucher asks for; its discount stays. */
    VOUCHER_MINIMUM_MISSED(false);

    private final boolean undone;

    Effect(boolean undone) {
      this.undone = undone;
    }
  }

  @Schema(name = "ReturnEffect")
  record EffectView(
      @Schema(required = true) Effect effect,
      @Schema(required = true, description = "False: this can't be undone") boolean undone,
      @Schema(description = "Whose points") @Nullable UUID membershipId,
      @Schema(description = "That took them back") @Nullable UUID entryId,
      @Nullable Long points,
      @Schema(description = "The level that the member had before") @Nullable String fromLevel,
      @Schema(description = "The level that it has since") @Nullable String toLevel,
      @Nullable UUID voucherId,
      @Schema(description = "Of the order that used it") @Nullable UUID reservationId,
      @Schema(description = "Of the discount: what came back, or stays all the same")
          @Nullable Money discount) {

    static EffectView ofPoints(Effect effect, UUID membership, @Nullable UUID entry, long points) {
      return new EffectView(
          effect, effect.undone, membership, entry, points, null, null, null, null, null);
    }

    static EffectView ofTier(UUID membership, @Nullable String from, String to) {
      Effect effect = Effect.TIER_CHANGED;
      return new EffectView(
          effect, effect.undone, membership, null, null, from, to, null, null, null);
    }

    static EffectView ofVoucher(Effect effect, UUID voucher, UUID reservation, Money discount) {
      return new EffectView(
          effect, effect.undone, null, null, null, null, null, voucher, reservation, discount);
    }
  }
}
