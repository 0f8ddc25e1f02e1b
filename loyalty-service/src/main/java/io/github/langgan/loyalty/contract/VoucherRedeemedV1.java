package io.github.langgan.loyalty.contract;

import io.github.langgan.chassis.money.Money;
import io.github.langgan.loyalty.model.voucher.Redemption;
import io.github.langgan.loyalty.model.voucher.Reservation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order used a voucher. */
public record VoucherRedeemedV1(
    UUID voucherId,
    UUID campaignId,
    @Nullable UUID customerId,
    String ending,
    UUID reservationId,
    String partner,
    String orderExternalId,
    Money discount,
    Instant redeemedAt)
    implements VoucherEvent {

  public static VoucherRedeemedV1 of(Redemption one, Reservation reservation, Instant at) {
    return new VoucherRedeemedV1(
        one.voucher(),
        one.campaign().value(),
        reservation.cameFor() == null ? null : reservation.cameFor().value(),
        one.ending(),
        reservation.id(),
        reservation.partner(),
        reservation.externalId(),
        new Money(one.kept(), reservation.order().currency()),
        at);
  }

  @Override
  public String type() {
    return "voucher.redeemed";
  }
}
