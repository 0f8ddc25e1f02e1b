package io.github.langgan.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.stack.demo.push.Api;
import io.github.langgan.stack.demo.retailer.Happening.Naming;
import io.github.langgan.stack.demo.retailer.Happening.Purchase;
import io.github.langgan.stack.demo.retailer.Retailer;
import io.github.langgan.stack.demo.retailer.Shopper;
import java.util.Map;
import java.util.Optional;

/**
 * What the views must hold of a customer before its story is told.
 *
 * @param membershipId empty when it is no member
 */
record Expected(String customerId, long purchases, Optional<String> membershipId) {

  static Expected of(
      Retailer retailer,
      Shopper shopper,
      Map<String, String> customerIds,
      Map<String, String> membershipIds) {
    long purchases =
        retailer.happeningsOf(shopper).stream()
            .filter(Purchase.class::isInstance)
            .map(Purchase.class::cast)
            .map(Purchase::naming)
            .filter(naming -> naming == Naming.IDENTIFIER || naming == Naming.EMAIL)
            .count();
    return new Expected(
        customerIds.get(shopper.identifier()),
        purchases,
        Optional.ofNullable(membershipIds.get(shopper.identifier())));
  }

  /** Whether profile, loyalty and analytics have all of it, and profile their answers. */
  boolean isThere(Api api) {
    JsonNode profile = api.get("/v1/profiles/" + customerId).body();
    return profile.at("/usage/purchases").asLong() >= purchases
        && (purchases == 0 || profile.at("/rfm/purchases").asLong() >= purchases)
        && membershipId.map(id -> hasBalance(profile, api, id)).orElse(true);
  }

  private static boolean hasBalance(JsonNode profile, Api api, String membershipId) {
    JsonNode active =
        api.get("/v1/loyalty/memberships/" + membershipId).body().at("/balance/active");
    JsonNode seen = profile.at("/balance/items/0/active");
    return seen.isNumber() && seen.asLong() == active.asLong();
  }
}
