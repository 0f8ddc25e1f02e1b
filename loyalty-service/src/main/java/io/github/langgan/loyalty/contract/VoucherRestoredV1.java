package io.github.langgan.loyalty.contract;

import io.github.langgan.chassis.money.Money;
import io.github.langgan.loyalty.model.voucher.Redemption;
import io.github.langgan.loyalty.model.voucher.Reservation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All of an order was returned, or it was not made after all: the voucher can be used again. */
public record VoucherRestoredV1(
    UUID voucherId,
    UUID campaignId,
    @Nullable UUID customerId,
    String ending,
    UUID reservationId,
    String partner,
    String orderExternalId,
    Cause cause,
    Money givenBack,
    Instant restoredAt)
    implements VoucherEvent {

  public enum Cause {
    RETURNED,
    CANCELLED
  }

  /**
   * @param before what was kept of the discount until now
   */
  public static VoucherRestoredV1 of(
      Redemption one, Reservation reservation, Cause cause, BigDecimal before, Instant at) {
    return new VoucherRestoredV1(
        one.voucher(),
        one.campaign().value(),
        reservation.cameFor() == null ? null : reservation.cameFor().value(),
        one.ending(),
        reservation.id(),
        reservation.partner(),
        reservation.externalId(),
        cause,
        new Money(before, reservation.order().currency()),
        at);
  }

  @Override
  public String type() {
    return "voucher.restored";
  }
}
