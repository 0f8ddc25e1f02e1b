package io.github.langgan.loyalty.voucher.campaign;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.loyalty.model.voucher.Campaign;
import io.github.langgan.loyalty.model.voucher.CampaignId;
import io.github.langgan.loyalty.model.voucher.Campaigns;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Ends a campaign for good; what is reserved can still be confirmed. */
@Singleton
class CloseCampaign {

  private final Campaigns campaigns;
  private final Audit audit;
  private final Clock clock;

  CloseCampaign(Campaigns campaigns, Audit audit, Clock clock) {
    this.campaigns = campaigns;
    this.audit = audit;
    this.clock = clock;
  }

  /** The same again changes nothing. */
  @Transactional
  public Optional<Campaign> close(CampaignId id) {
    if (campaigns.close(id, clock.instant())) {
      audit.record("voucher-campaign.closed", "voucher-campaign", id, "", Map.of());
    }
    return campaigns.find(id);
  }
}
