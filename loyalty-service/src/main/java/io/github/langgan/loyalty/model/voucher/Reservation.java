package io.github.langgan.loyalty.model.voucher;

import io.github.langgan.loyalty.model.CustomerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The vouchers of one order.
 *
 * @param customer whom the record means now; null: nobody was named
 * @param cameFor the record that it came for
 * @param fingerprint of all that was asked for
 */
public record Reservation(
    UUID id,
    String partner,
    String externalId,
    @Nullable CustomerId customer,
    @Nullable CustomerId cameFor,
    Order order,
    String fingerprint,
    ReservationState state,
    Instant reservedAt,
    Instant heldUntil,
    @Nullable Instant endedAt,
    long version,
    List<Redemption> redemptions) {

  public boolean isOverdue(Instant now) {
    return state == ReservationState.HELD && !now.isBefore(heldUntil);
  }

  /** Whether it stands for its order: no other can be made for it. */
  public boolean stands(Instant now) {
    return state != ReservationState.RELEASED && !isOverdue(now);
  }

  /** What the customer gets off by now. */
  public BigDecimal discount() {
    return redemptions.stream().map(Redemption::kept).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public Reservation with(ReservationState then, List<Redemption> changed, @Nullable Instant end) {
    return new Reservation(
        id,
        partner,
        externalId,
        customer,
        cameFor,
        order,
        fingerprint,
        then,
        reservedAt,
        heldUntil,
        end,
        version + 1,
        changed);
  }
}
