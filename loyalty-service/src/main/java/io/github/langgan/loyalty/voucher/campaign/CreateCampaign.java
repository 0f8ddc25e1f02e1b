package io.github.langgan.loyalty.voucher.campaign;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.model.voucher.Campaign;
import io.github.langgan.loyalty.model.voucher.Campaigns;
import io.github.langgan.loyalty.model.voucher.CodeForm;
import io.github.langgan.loyalty.model.voucher.Voucher;
import io.github.langgan.loyalty.model.voucher.VoucherCode;
import io.github.langgan.loyalty.model.voucher.Vouchers;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** Sets up a campaign; a public code is its only voucher and exists from then on. */
@Singleton
class CreateCampaign {

  private final Programs programs;
  private final Campaigns campaigns;
  private final Vouchers vouchers;
  private final Audit audit;

  CreateCampaign(Programs programs, Campaigns campaigns, Vouchers vouchers, Audit audit) {
    this.programs = programs;
    this.campaigns = campaigns;
    this.vouchers = vouchers;
    this.audit = audit;
  }

  enum Outcome {
    CREATED,
    UNKNOWN_PROGRAM,
    CODE_TAKEN
  }

  @Transactional
  public Outcome create(Campaign campaign) {
    if (campaign.program() != null && programs.find(campaign.program()).isEmpty()) {
      return Outcome.UNKNOWN_PROGRAM;
    }
    campaigns.add(campaign);
    if (campaign.codes() instanceof CodeForm.Public(String name)
        && vouchers.add(List.of(voucher(campaign, name)), null) == 0) {
      return Outcome.CODE_TAKEN;
    }
    audit.record("voucher-campaign.created", "voucher-campaign", campaign.id(), "", Map.of());
    return Outcome.CREATED;
  }

  private static Voucher voucher(Campaign campaign, String name) {
    return new Voucher(
        UuidV7.next(),
        campaign.id(),
        VoucherCode.read(name).orElseThrow(),
        null,
        null,
        campaign.createdAt(),
        campaign.period().endOfIssued(campaign.createdAt()),
        0,
        campaign.usesPerCode(),
        null);
  }
}
