package io.github.langgan.loyalty.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.voucher.Campaign;
import io.github.langgan.loyalty.model.voucher.Voucher;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A voucher for one customer; codes that are made in bulk are not told one by one. */
public record VoucherIssuedV1(
    UUID voucherId,
    UUID campaignId,
    String campaignName,
    UUID customerId,
    String ending,
    @Nullable Instant validUntil,
    Instant issuedAt)
    implements PublishedEvent {

  /**
   * @param record that it was issued for: merges don't change the key
   */
  public static VoucherIssuedV1 of(Voucher voucher, Campaign campaign, CustomerId record) {
    return new VoucherIssuedV1(
        voucher.id(),
        campaign.id().value(),
        campaign.name(),
        record.value(),
        voucher.code().ending(),
        voucher.endsIn(campaign),
        voucher.issuedAt());
  }

  @Override
  public String type() {
    return "voucher.issued";
  }

  @Override
  public UUID key() {
    return customerId;
  }

  @Override
  public String subject() {
    return voucherId.toString();
  }
}
