package io.github.langgan.loyalty.model.voucher;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.loyalty.model.CustomerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record ReservationRow(
    UUID id,
    String partner,
    String externalId,
    @Nullable UUID customerId,
    @Nullable UUID cameFor,
    String currency,
    String lines,
    String fingerprint,
    ReservationState state,
    Instant reservedAt,
    Instant heldUntil,
    @Nullable Instant endedAt,
    long version) {

  /** As the column {@code lines} keeps them. */
  record Lines(List<OrderLine> lines) {}

  record RedemptionRow(
      UUID id,
      UUID reservationId,
      UUID campaignId,
      UUID voucherId,
      String code,
      ReservationState state,
      String lines,
      BigDecimal kept,
      boolean minimumKept) {

    Redemption redemption() {
      return new Redemption(
          id,
          new CampaignId(campaignId),
          voucherId,
          new VoucherCode(code).ending(),
          state,
          EventJson.read(lines.getBytes(UTF_8), Deduction.class),
          kept,
          minimumKept);
    }
  }

  static String json(Order order) {
    return new String(EventJson.write(new Lines(order.lines())), UTF_8);
  }

  static String json(Deduction deduction) {
    return new String(EventJson.write(deduction), UTF_8);
  }

  Reservation reservation(List<RedemptionRow> redemptions) {
    return new Reservation(
        id,
        partner,
        externalId,
        customerId == null ? null : new CustomerId(customerId),
        cameFor == null ? null : new CustomerId(cameFor),
        new Order(currency, EventJson.read(lines.getBytes(UTF_8), Lines.class).lines()),
        fingerprint,
        state,
        reservedAt,
        heldUntil,
        endedAt,
        version,
        redemptions.stream()
            .filter(one -> one.reservationId().equals(id))
            .map(RedemptionRow::redemption)
            .toList());
  }
}
