package io.github.langgan.loyalty.voucher.checkout;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.voucher.Campaign;
import io.github.langgan.loyalty.model.voucher.CampaignId;
import io.github.langgan.loyalty.model.voucher.Shopper;
import io.github.langgan.loyalty.model.voucher.Stock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What campaigns want to know of who orders, and nothing that they don't ask. */
@Singleton
class Shoppers {

  private final Memberships memberships;
  private final Stock stock;

  Shoppers(Memberships memberships, Stock stock) {
    this.memberships = memberships;
    this.stock = stock;
  }

  /**
   * @param customer whom the record means now
   */
  Shopper of(@Nullable CustomerId customer, Collection<Campaign> campaigns, Instant now) {
    if (customer == null) {
      return Shopper.NOBODY;
    }
    Set<ProgramId> programs =
        campaigns.stream().anyMatch(one -> one.program() != null)
            ? memberships.of(List.of(customer), List.of()).stream()
                .map(Membership::program)
                .collect(Collectors.toSet())
            : Set.of();
    List<CampaignId> counting = counting(campaigns);
    return new Shopper(
        customer, programs, counting.isEmpty() ? Map.of() : stock.usesOf(customer, counting, now));
  }

  static List<CampaignId> counting(Collection<Campaign> campaigns) {
    return campaigns.stream()
        .filter(one -> one.usesPerCustomer() != null)
        .map(Campaign::id)
        .toList();
  }
}
