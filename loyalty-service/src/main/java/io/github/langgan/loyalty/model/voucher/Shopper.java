package io.github.langgan.loyalty.model.voucher;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.ProgramId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who orders.
 *
 * @param customer whom the named record means now; null: nobody was named
 * @param programs of which the customer is a member
 * @param uses made or held by the customer, by campaign
 */
public record Shopper(
    @Nullable CustomerId customer, Set<ProgramId> programs, Map<CampaignId, Long> uses) {

  public static final Shopper NOBODY = new Shopper(null, Set.of(), Map.of());
}
