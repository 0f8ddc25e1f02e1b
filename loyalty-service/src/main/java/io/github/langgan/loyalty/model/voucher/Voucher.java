package io.github.langgan.loyalty.model.voucher;

import io.github.langgan.loyalty.model.CustomerId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param customer who alone may use it, whom its record means now; null: who has the code
 * @param cameFor the record that it was issued for
 * @param validUntil its own end, which then counts instead of its campaign's
 * @param uses made or held
 * @param mostUses null: without limit
 */
public record Voucher(
    UUID id,
    CampaignId campaign,
    VoucherCode code,
    @Nullable CustomerId customer,
    @Nullable CustomerId cameFor,
    Instant issuedAt,
    @Nullable Instant validUntil,
    int uses,
    @Nullable Integer mostUses,
    @Nullable Instant revokedAt) {

  public boolean isUsedUp() {
    return mostUses != null && uses >= mostUses;
  }

  public Voucher lessUses(int given) {
    return mostUses == null
        ? this
        : new Voucher(
            id,
            campaign,
            code,
            customer,
            cameFor,
            issuedAt,
            validUntil,
            uses - given,
            mostUses,
            revokedAt);
  }

  public @Nullable Instant endsIn(Campaign terms) {
    return validUntil == null ? terms.period().until() : validUntil;
  }
}
