package io.github.langgan.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.stack.demo.push.Api;
import io.github.langgan.stack.demo.retailer.Happening.Naming;
import io.github.langgan.stack.demo.retailer.Happening.Purchase;
import io.github.langgan.stack.demo.retailer.Retailer;
import io.github.langgan.stack.demo.retailer.Shopper;
import java.util.Optional;

/**
 * What the views must hold of a customer before its story is told.
 *
 * @param membershipId empty when it is no member
 * @param caseId of a case that was made good with points
 */
record Expected(
    String customerId, long purchases, Optional<String> membershipId, Optional<String> caseId) {

  static Expected of(Retailer retailer, Shopper shopper, Pushed pushed) {
    return new Expected(
        pushed.customer(shopper),
        purchases(retailer, shopper),
        pushed.membership(shopper),
        retailer
            .complaintOf(shopper)
            .filter(complaint -> complaint.points() > 0)
            .flatMap(complaint -> pushed.caseOf(shopper)));
  }

  static long customersWhoBought(Retailer retailer) {
    return retailer.shoppers().stream().filter(shopper -> purchases(retailer, shopper) > 0).count();
  }

  /** Those that name the shopper. */
  private static long purchases(Retailer retailer, Shopper shopper) {
    return retailer.happeningsOf(shopper).stream()
        .filter(Purchase.class::isInstance)
        .map(Purchase.class::cast)
        .map(Purchase::naming)
        .filter(naming -> naming == Naming.IDENTIFIER || naming == Naming.EMAIL)
        .count();
  }

  /** Whether profile, loyalty and analytics have all of it, and profile their answers. */
  boolean isThere(Api api) {
    JsonNode profile = api.get("/v1/profiles/" + customerId).body();
    return profile.at("/usage/purchases").asLong() >= purchases
        && (purchases == 0 || profile.at("/rfm/purchases").asLong() >= purchases)
        && caseId.map(id -> isMadeGood(api, id)).orElse(true)
        && membershipId.map(id -> hasBalance(profile, api, id)).orElse(true);
  }

  private static boolean isMadeGood(Api api, String caseId) {
    return api.get("/v1/cases/" + caseId).body().at("/compensation/state").asText().equals("GIVEN");
  }

  private static boolean hasBalance(JsonNode profile, Api api, String membershipId) {
    JsonNode active =
        api.get("/v1/loyalty/memberships/" + membershipId).body().at("/balance/active");
    JsonNode seen = profile.at("/balance/items/0/active");
    return seen.isNumber() && seen.asLong() == active.asLong();
  }
}
