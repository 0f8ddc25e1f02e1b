package io.github.langgan.loyalty.contract;

import io.github.langgan.chassis.money.Money;
import io.github.langgan.loyalty.model.voucher.Redemption;
import io.github.langgan.loyalty.model.voucher.Reservation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A part of an order was returned: the voucher stays used, for less. */
public record VoucherReducedV1(
    UUID voucherId,
    UUID campaignId,
    @Nullable UUID customerId,
    String ending,
    UUID reservationId,
    String partner,
    String orderExternalId,
    Money discount,
    Money givenBack,
    boolean minimumKept,
    Instant reducedAt)
    implements VoucherEvent {

  /**
   * @param before what was kept of the discount until now
   */
  public static VoucherReducedV1 of(
      Redemption one, Reservation reservation, BigDecimal before, Instant at) {
    String currency = reservation.order().currency();
    return new VoucherReducedV1(
        one.voucher(),
        one.campaign().value(),
        reservation.cameFor() == null ? null : reservation.cameFor().value(),
        one.ending(),
        reservation.id(),
        reservation.partner(),
        reservation.externalId(),
        new Money(one.kept(), currency),
        new Money(before.subtract(one.kept()), currency),
        one.minimumKept(),
        at);
  }

  @Override
  public String type() {
    return "voucher.reduced";
  }
}
