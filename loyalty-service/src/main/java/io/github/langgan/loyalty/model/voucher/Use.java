package io.github.langgan.loyalty.model.voucher;

import java.math.BigDecimal;
import java.util.UUID;

/** What the counters of a campaign and a voucher gain, or lose when it is negative. */
public record Use(CampaignId campaign, UUID voucher, BigDecimal money, int count) {

  public Use undone() {
    return new Use(campaign, voucher, money.negate(), -count);
  }
}
