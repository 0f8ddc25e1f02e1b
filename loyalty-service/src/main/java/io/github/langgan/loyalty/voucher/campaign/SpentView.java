package io.github.langgan.loyalty.voucher.campaign;

import io.github.langgan.chassis.money.Decimals;
import io.github.langgan.loyalty.model.voucher.Campaign;
import io.github.langgan.loyalty.model.voucher.Spent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "VoucherBudget",
    examples =
        """
        {"currency":"GBP","maximumDiscount":"100000.00","discount":"1225.50","redemptions":98}""")
record SpentView(
    @Schema(required = true) String currency,
    @Nullable String maximumDiscount,
    @Nullable Long maximumRedemptions,
    @Schema(required = true, description = "Given away, or held for an order") String discount,
    @Schema(required = true, minimum = "0") long redemptions) {

  static SpentView from(Campaign campaign, Spent spent) {
    String currency = campaign.currency();
    return new SpentView(
        currency,
        campaign.budget().discount() == null
            ? null
            : Decimals.format(campaign.budget().discount(), currency),
        campaign.budget().redemptions(),
        Decimals.format(spent.discount(), currency),
        spent.redemptions());
  }
}
