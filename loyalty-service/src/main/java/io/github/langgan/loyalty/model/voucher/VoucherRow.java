package io.github.langgan.loyalty.model.voucher;

import io.github.langgan.loyalty.model.CustomerId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record VoucherRow(
    UUID id,
    UUID campaignId,
    String code,
    @Nullable UUID customerId,
    @Nullable UUID cameFor,
    Instant issuedAt,
    @Nullable Instant validUntil,
    int uses,
    @Nullable Integer mostUses,
    @Nullable Instant revokedAt) {

  static final String COLUMNS =
      """
      v.id, v.campaign_id, v.code, v.customer_id, coalesce(v.came_for, v.customer_id) AS came_for,
      v.issued_at, v.valid_until, v.uses, v.most_uses, v.revoked_at
      """;

  Voucher voucher() {
    return new Voucher(
        id,
        new CampaignId(campaignId),
        new VoucherCode(code),
        customerId == null ? null : new CustomerId(customerId),
        cameFor == null ? null : new CustomerId(cameFor),
        issuedAt,
        validUntil,
        uses,
        mostUses,
        revokedAt);
  }
}
