package io.github.langgan.loyalty.voucher.issuing;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.loyalty.model.voucher.Campaign;
import io.github.langgan.loyalty.model.voucher.CampaignId;
import io.github.langgan.loyalty.model.voucher.Campaigns;
import io.github.langgan.loyalty.model.voucher.CodeForm;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Campaigns of which codes can be drawn. */
@Singleton
class Issuable {

  static final ProblemType CLOSED = ProblemType.of("voucher-campaign-closed");
  private static final ProblemType PUBLIC = ProblemType.of("voucher-campaign-public");

  private final Campaigns campaigns;

  Issuable(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  /** Empty when it was closed; until the commit nobody closes it. */
  Optional<Campaign> open(CampaignId id) {
    return campaigns.hold(id).filter(campaign -> !campaign.isClosed());
  }

  /** A problem for a missing one, and for one that makes no codes (any more). */
  void require(UUID id) {
    Campaign campaign = campaigns.find(new CampaignId(id)).orElseThrow(Problem::notFound);
    if (campaign.codes() instanceof CodeForm.Public) {
      throw Problem.of(PUBLIC);
    }
    if (campaign.isClosed()) {
      throw Problem.of(CLOSED);
    }
  }
}
