package io.github.langgan.loyalty.voucher.issuing;

import io.github.langgan.loyalty.model.voucher.Campaign;
import io.github.langgan.loyalty.model.voucher.Voucher;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "Voucher",
    examples =
        """
        {"voucherId":"019b0c41-0d1e-7f20-9131-41516171819a",\
        "campaignId":"019b0c40-7a61-7b2c-8d3e-4f5a6b7c8d9e","campaignName":"Spring at home",\
        "customerId":"019b0c1d-11c2-7b0a-8f1e-6d1a2b3c4d5e","code":"SPRING-4T8ZK0W2M7Q",\
        "ending":"2M7Q","issuedAt":"2026-03-02T02:00:00Z","validUntil":"2026-04-01T02:00:00Z",\
        "uses":0,"usesPerCode":1,"revoked":false}""")
record VoucherView(
    @Schema(required = true) UUID voucherId,
    @Schema(required = true) UUID campaignId,
    @Schema(required = true) String campaignName,
    @Schema(description = "Who alone may use it; absent: who has the code")
        @Nullable UUID customerId,
    @Schema(description = "Only for its customer, and for who issues vouchers")
        @Nullable String code,
    @Schema(required = true, description = "The code's last characters") String ending,
    @Schema(required = true) Instant issuedAt,
    @Schema(description = "Not any more from then on; absent: for ever")
        @Nullable Instant validUntil,
    @Schema(required = true, minimum = "0", description = "Made, or held for an order") int uses,
    @Nullable Integer usesPerCode,
    @Schema(required = true) boolean revoked) {

  static VoucherView from(Voucher voucher, Campaign campaign, boolean withCode) {
    return new VoucherView(
        voucher.id(),
        campaign.id().value(),
        campaign.name(),
        voucher.customer() == null ? null : voucher.customer().value(),
        withCode ? campaign.codes().shown(voucher.code()) : null,
        voucher.code().ending(),
        voucher.issuedAt(),
        voucher.endsIn(campaign),
        voucher.uses(),
        voucher.mostUses(),
        voucher.revokedAt() != null);
  }
}
