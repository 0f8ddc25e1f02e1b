package io.github.langgan.loyalty.model.voucher;

import io.github.langgan.chassis.id.UuidV7;
import java.util.UUID;

public record CampaignId(UUID value) {

  public static CampaignId next() {
    return new CampaignId(UuidV7.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
