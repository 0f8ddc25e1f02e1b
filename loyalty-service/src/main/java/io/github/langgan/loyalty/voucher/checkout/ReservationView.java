package io.github.langgan.loyalty.voucher.checkout;

import io.github.langgan.chassis.money.Decimals;
import io.github.langgan.loyalty.model.voucher.Redemption;
import io.github.langgan.loyalty.model.voucher.Reservation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "VoucherReservation",
    description = "The vouchers of one order.",
    examples =
        """
        {"reservationId":"019b0c42-1a2b-7c3d-8e4f-5a6b7c8d9e0f","state":"HELD","partner":"acme",\
        "orderExternalId":"536365","customerId":"019b0c1d-11c2-7b0a-8f1e-6d1a2b3c4d5e",\
        "currency":"GBP","total":"60.00","discount":"6.00","toPay":"54.00",\
        "reservedAt":"2026-03-05T09:00:00Z","heldUntil":"2026-03-05T09:15:00Z","vouchers":[\
        {"voucherId":"019b0c41-0d1e-7f20-9131-41516171819a",\
        "campaignId":"019b0c40-7a61-7b2c-8d3e-4f5a6b7c8d9e","ending":"ME10","discount":"6.00",\
        "lines":["6.00"],"keptDiscount":"6.00","minimumKept":true}],"version":1}""")
record ReservationView(
    @Schema(required = true) UUID reservationId,
    @Schema(required = true) State state,
    @Schema(required = true, description = "Whose order it is") String partner,
    @Schema(required = true) String orderExternalId,
    @Nullable UUID customerId,
    @Schema(required = true) String currency,
    @Schema(required = true, description = "Of the order, before vouchers") String total,
    @Schema(required = true, description = "What returns have left of it") String discount,
    @Schema(required = true, description = "When it was reserved") String toPay,
    @Schema(required = true) Instant reservedAt,
    @Schema(required = true) Instant heldUntil,
    @Schema(description = "When it was used, let go, or last reduced by a return")
        @Nullable Instant endedAt,
    @Schema(required = true) List<VoucherView> vouchers,
    @Schema(required = true, minimum = "1") long version) {

  @Schema(
      name = "VoucherReservationState",
      description =
          "EXPIRED: its time was over before it was confirmed. RESTORED: all was returned.")
  enum State {
    HELD,
    EXPIRED,
    REDEEMED,
    RELEASED,
    RESTORED
  }

  @Schema(name = "ReservedVoucher")
  record VoucherView(
      @Schema(required = true) UUID voucherId,
      @Schema(required = true) UUID campaignId,
      @Schema(required = true, description = "The code's last characters") String ending,
      @Schema(required = true) String discount,
      @Schema(required = true, description = "Its share of each line of the order")
          List<String> lines,
      @Schema(required = true, description = "What returns have left of it") String keptDiscount,
      @Schema(required = true, description = "Whether what was kept would reach the minimum")
          boolean minimumKept) {

    private static VoucherView of(Redemption one, String currency) {
      return new VoucherView(
          one.voucher(),
          one.campaign().value(),
          one.ending(),
          Decimals.format(one.granted().total(), currency),
          ValidationView.shares(one.granted(), currency),
          Decimals.format(one.kept(), currency),
          one.minimumKept());
    }
  }

  static ReservationView of(Reservation one, Instant now) {
    String currency = one.order().currency();
    var granted =
        one.redemptions().stream()
            .map(redemption -> redemption.granted().total())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new ReservationView(
        one.id(),
        state(one, now),
        one.partner(),
        one.externalId(),
        one.customer() == null ? null : one.customer().value(),
        currency,
        Decimals.format(one.order().total(), currency),
        Decimals.format(one.discount(), currency),
        Decimals.format(one.order().total().subtract(granted), currency),
        one.reservedAt(),
        one.heldUntil(),
        one.endedAt(),
        one.redemptions().stream().map(redemption -> VoucherView.of(redemption, currency)).toList(),
        one.version());
  }

  private static State state(Reservation one, Instant now) {
    return one.isOverdue(now) ? State.EXPIRED : State.valueOf(one.state().name());
  }
}
